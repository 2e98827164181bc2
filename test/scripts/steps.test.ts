import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runSteps, sumCounts, toLine } from '#scripts/steps.ts'

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

describe('steps', () => {
  it('all run, also after one that failed', async () => {
    const results = await runSteps([
      { name: 'first', run: async () => ({ passed: 0, failed: 1 }) },
      { name: 'second', run: async () => ({ passed: 3, failed: 0 }) },
    ])
    expect(results.map(({ name }) => name)).toEqual(['first', 'second'])
    expect(sumCounts(results)).toEqual({ passed: 3, failed: 1 })
  })

  it('that throw count as one failure and say why', async () => {
    const broken = { name: 'broken', run: () => Promise.reject(new Error('no disk')) }
    expect(sumCounts(await runSteps([broken]))).toEqual({ passed: 0, failed: 1 })
    expect(console.error).toHaveBeenCalledWith('no disk')
  })

  it('are told on a line each', () => {
    expect(toLine({ name: 'types', passed: 1, failed: 0, seconds: 1.26 })).toBe('✓ types  1.3 s')
    expect(toLine({ name: 'unit tests', passed: 8, failed: 2, seconds: 61 })).toBe(
      '✗ unit tests  8 passed, 2 failed  61.0 s',
    )
  })
})
