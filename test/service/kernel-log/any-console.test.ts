import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReportKind } from '#protocol/kernel-report.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { bootNames, readConsole } from './boots.ts'

const recorded = bootNames.flatMap((name) => readConsole(name).split('\n'))

/** Lines of real reports in any order, changed here and there, with what a driver may print between them. */
const anyLine = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...recorded) },
  fc.tuple(fc.constantFrom(...recorded), fc.nat(100)).map(([line, length]) => line.slice(0, length)),
  fc
    .tuple(fc.constantFrom(...recorded), fc.nat(100), fc.string({ unit: 'binary' }))
    .map(([line, at, text]) => line.slice(0, at) + text + line.slice(at)),
  fc.string({ unit: 'binary' }).map((text) => `[    0.100000] ${text}`),
)

describe('whatever a driver makes a console look like', () => {
  it('what is read of it is in the form of a report, is on the console and is bounded', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 120 }), (lines) => {
        const reports = parseKernelLog(lines.join('\n'))
        expect(reports.length).toBeLessThanOrEqual(24)
        expect(reports.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
          lines.join('\n').length,
        )
        for (const { kind, traces } of reports) {
          expect(ReportKind.options).toContain(kind)
          for (const { frames } of traces) expect(frames.length).toBeLessThanOrEqual(16)
        }
      }),
      { numRuns: 500 },
    )
  })
})
