import { describe, expect, it } from 'vitest'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { placeReports } from '#service/kernel-log/place-reports.ts'
import { createSymboliser } from './boots.ts'

const stamp = '[    0.100000] '

/** Reports of as many frames as a console holds, five hundred of them different. */
const console = Array.from({ length: 22 }, (_, report) => {
  const frames = Array.from(
    { length: 176 },
    (_, n) => `${stamp} f${(report * 176 + n) % 512}+0x1/0x2 [driver]\n`,
  )
  return `${stamp}BUG: KASAN: bug in ${'x'.repeat(report + 1)}\n${stamp}Call Trace:\n${frames.join('')}`
}).join('')

/** As many functions in each other for each frame as the symboliser may tell of, all in line 1. */
const answer = JSON.stringify({
  Symbol: Array.from({ length: 100 }, () => ({ FileName: 'driver.c', Line: 1 })),
})

describe('thousands of places in one line of 60,000 blanks are found in no time', () => {
  it.each([
    ['with no code behind them', '', 0],
    ['with code behind them', 'x', 22],
  ])('%s', async (_name, code, placed) => {
    const files = { 'driver.c': ' '.repeat(60_000) + code }
    const reports = parseKernelLog(console)
    const started = performance.now()
    const told = await placeReports(
      { reports, module: new Uint8Array(), files },
      createSymboliser(() => answer),
    )
    expect(performance.now() - started).toBeLessThan(500)
    expect(told.filter(({ spans }) => spans.length > 0).length).toBe(placed)
  })
})
