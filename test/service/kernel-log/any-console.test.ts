import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ReportKind } from '#protocol/kernel-report.ts'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { anyConsoleLine } from './any-console-line.ts'

describe('whatever a driver makes a console look like', () => {
  it('what is read of it is in the form of a report, is on the console and is bounded', () => {
    fc.assert(
      fc.property(fc.array(anyConsoleLine, { maxLength: 120 }), (lines) => {
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
