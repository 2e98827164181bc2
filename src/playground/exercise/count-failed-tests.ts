import { parseKtap } from '#course/ktap/parse-ktap.ts'
import type { BootLog } from '../program/boot-session.ts'

/** How many of the tests that a console tells of did not hold. */
export function countFailedTests({ lines }: BootLog['console']): number {
  if (!lines.some((line) => line.includes('not ok '))) return 0
  return parseKtap(lines.join('\n').replaceAll('\r', '')).filter(({ result }) => result === 'failed').length
}
