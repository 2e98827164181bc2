import { describe, expect, it } from 'vitest'
import { checkSandbox } from '#service/bubblewrap/check-sandbox.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

describe('A machine that can have the sandbox', () => {
  it('is told so, with a toolroom and without', async () => {
    expect(await checkSandbox()).toEqual({ usable: true })
    expect(await checkSandbox(openToolroom().root)).toEqual({ usable: true })
  })
})

describe('A machine that cannot have the sandbox', () => {
  it('is told why when the toolroom is out of reach', async () => {
    expect(await checkSandbox('/nowhere')).toMatchObject({
      usable: false,
      remedy: expect.stringContaining('NO_OOPS_CACHE'),
    })
  })
})
