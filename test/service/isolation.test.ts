import { describe, expect, it } from 'vitest'
import { describeGaps } from '#service/bubblewrap/isolation.ts'
import { createFakeSandbox } from './fake-sandbox.ts'
import { createTestService } from './test-service.ts'

describe('How programs are kept apart', () => {
  it('is told at start where something is missing, with what helps', () => {
    expect(describeGaps({ memory: 'held', users: 'separate' })).toEqual([])
    expect(describeGaps({ memory: 'watched', users: 'separate' })).toEqual([
      expect.stringContaining('Delegate=yes'),
    ])
    expect(describeGaps({ memory: 'watched', users: 'shared' })).toHaveLength(2)
  })

  it('is told in the status', async () => {
    const isolation = { memory: 'watched', users: 'shared' } as const
    const status = await createTestService(createFakeSandbox(), { isolation }).request('/api/status')
    expect(await status.json()).toMatchObject({ isolation })
  })
})
