import { describe, expect, it } from 'vitest'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { readConsole } from './boots.ts'

const size = 256 * 1024
const stamp = '[    0.100000] '

/** As many of the text as fill a console. */
function fill(text: string): string {
  return text.repeat(Math.ceil(size / text.length)).slice(0, size)
}

const logs: Record<string, string> = {
  'one line of brackets': fill('['),
  'one line of half stamps': fill('[       0.00000'),
  'one line of stamps': fill(stamp),
  'one line of equal signs': `${stamp}${fill('=')}`,
  'lines of equal signs': fill(`${stamp}${'='.repeat(30)}\n`),
  'scissors lines': fill(`${stamp}------------[ cut here ]------------\n`),
  'empty lines of the kernel': fill(`${stamp}\n`),
  'registers without a panic': fill(`${stamp}RIP: 0033:f+0x1/0x2 [driver]\n`),
  headlines: fill(`${stamp}BUG: KASAN: x\n`),
  'headlines that differ': Array.from({ length: 9000 }, (_, n) => `${stamp}BUG: KASAN: ${toWord(n)}\n`).join(
    '',
  ),
  'a long headline': `${stamp}WARNING: ${fill('a')}`,
  'a long headline of lockdep': `${stamp}[ BUG: ${fill('] ')}`,
  'half locks': `${stamp}[ BUG: x ]\n${fill(`${stamp}-> #1 (${')'.repeat(900)}\n`)}`,
  'frames on one line': `${stamp}BUG: KASAN: x\n${fill(`${stamp}Call Trace:\n${stamp}${', at: f'.repeat(200)}\n`)}`,
  'frames without an end': `${stamp}BUG: KASAN: x\n${fill(`${stamp} f+0x1/0x2 [driver]\n`)}`,
  'traces without an end': `${stamp}BUG: KASAN: x\n${fill(`${stamp}Allocated by task 1:\n${stamp} f+0x1/0x2 [driver]\n`)}`,
  'the sum of all that was recorded': fill(readConsole('walk-then-panic') + readConsole('ab-ba')),
}

function toWord(n: number): string {
  return n.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)
}

describe('a console that a driver has filled is read in no time', () => {
  it.each(Object.keys(logs))('%s', (name) => {
    const started = performance.now()
    const reports = parseKernelLog(logs[name]!)
    expect(performance.now() - started).toBeLessThan(1500)
    expect(reports.length).toBeLessThanOrEqual(24)
    expect(reports.flatMap(({ traces }) => traces).length).toBeLessThanOrEqual(24 * 66)
    for (const { frames } of reports.flatMap(({ traces }) => traces))
      expect(frames.length).toBeLessThanOrEqual(16)
    expect(reports.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(logs[name]!.length)
  })
})

it('a last word is heard behind many others', () => {
  const last = `${stamp}Kernel panic - not syncing: enough\n`
  expect(parseKernelLog(logs['headlines that differ']! + last).at(-1)).toMatchObject({ kind: 'panic' })
})
