import { describe, expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { capEntries } from '#playground/program/console/cap-entries.ts'
import { toConsoleLine } from '#playground/program/console/console-line.ts'
import { addText, allLines, emptyConsole } from '#playground/program/console/console-text.ts'
import { type ConsoleEntry, foldConsole } from '#playground/program/console/fold-console.ts'

const title = 'BUG: KASAN: double-free in mbox_say+0xb9/0xc2 [driver]'
const reported = [
  '[    0.230000] =====',
  `[    0.230000] ${title}`,
  '[    0.230000] Free of addr 61a4',
  '[    0.230000] =====',
]
const report: KernelReport = { kind: 'kasan', title, spans: [], text: reported.join('\n') }

describe('a line', () => {
  it('of the kernel has its time stamp apart', () => {
    expect(toConsoleLine('[    0.450000] driver: ready')).toEqual({
      kind: 'kernel',
      stamp: '[    0.450000]',
      text: 'driver: ready',
    })
  })

  it('that begins with # is a command', () => {
    expect(toConsoleLine('# insmod driver.ko')).toEqual({ kind: 'command', text: 'insmod driver.ko' })
  })

  it.each([title, 'Kernel panic - not syncing: Oops', 'WARNING: possible recursive locking detected'])(
    'that tells of trouble stands out: %s',
    (text) => expect(toConsoleLine(`[    1.000000] ${text}`).kind).toBe('alarm'),
  )

  it('keeps no terminal sequences and no other controls', () => {
    expect(toConsoleLine('\u001b[31mred\u001b[0m\u0007\r').text).toBe('red')
  })
})

it('text that comes in any pieces makes the same lines', () => {
  const text = '# insmod driver.ko\n[    0.1] ready\nlast'
  const pieces = text.split('').reduce(addText, emptyConsole)
  expect(pieces).toEqual(addText(emptyConsole, text))
  expect(allLines(pieces)).toEqual(['# insmod driver.ko', '[    0.1] ready', 'last'])
})

describe('a console', () => {
  it('has a report folded where it stands', () => {
    const entries = foldConsole(['# insmod driver.ko', ...reported, '# rmmod driver'], [report])
    expect(entries.map(({ kind }) => kind)).toEqual(['line', 'report', 'line'])
    expect(entries[1]).toMatchObject({ report, lines: { length: 4 } })
  })

  it('knows a report whose functions have the names of Rust, where the console has those of the linker', () => {
    const frame = '[    0.9]  [<6005a100>] ? '
    const told = {
      ...report,
      text: `[    0.9] ${title}\n${frame}<driver::A as core::fmt::Display>::fmt+0x0/0x30`,
    }
    const lines = ['# a', `[    0.9] ${title}`, `${frame}_RNvXs6_NtCsb5_6driverNtB5_1A3fmt+0x0/0x30`]
    expect(foldConsole(lines, [told]).map(({ kind }) => kind)).toEqual(['line', 'report'])
    expect(foldConsole([...lines.slice(0, 2), `${frame}main+0x0/0x40`], [told])).toHaveLength(4)
  })

  it('finds a report that was sent without time stamps', () => {
    const bare = { ...report, text: reported.map((line) => line.slice(15)).join('\n') }
    expect(foldConsole(['# a', ...reported, '# b'], [bare]).map(({ kind }) => kind)).toEqual([
      'line',
      'report',
      'line',
    ])
  })

  it('finds a report that a program wrote into', () => {
    const [first, ...rest] = reported
    const entries = foldConsole(['# cat /dev/a', first!, 'what cat printed', ...rest, '# b'], [report])
    expect(entries.map(({ kind }) => kind)).toEqual(['line', 'report', 'line', 'line'])
    expect(entries[2]).toMatchObject({ line: { text: 'what cat printed' } })
  })

  it('has what the kernel reports again folded too, under its own headline', () => {
    const again = [...reported, '[    0.240000] Nothing else'].map((line) =>
      line.replace('+0xb9', '+0xc1').replace('61a4', '0000000061a8'),
    )
    const entries = foldConsole(['# a', ...reported, ...again, '# b'], [report])
    expect(entries.map(({ kind }) => kind)).toEqual(['line', 'report', 'report', 'line', 'line'])
    expect(entries[2]).toMatchObject({
      report,
      again: 'BUG: KASAN: double-free in mbox_say+0xc1/0xc2 [driver]',
      lines: { length: 4 },
    })
  })

  it('has a repeat folded that a program wrote into, and that comes before the report', () => {
    const [first, headline, ...rest] = reported.map((line) => line.replace('61a4', '0000000061a8'))
    const repeat = [first!, headline!, 'what cat printed', ...rest]
    const entries = foldConsole(['# a', ...repeat, ...reported], [report])
    expect(entries.map(({ kind }) => kind)).toEqual(['line', 'report', 'line', 'report'])
  })

  it('folds no line that only looks like the headline of a report, nor one that has no end', () => {
    const lines = ['# a', ...reported, `[    0.3] ${title}`, ...reported.slice(0, 3), '# b']
    expect(foldConsole(lines, [report]).filter(({ kind }) => kind === 'report')).toHaveLength(1)
  })

  it('shows a report that it does not contain', () => {
    expect(foldConsole(['# a', '# b'], [report]).filter(({ kind }) => kind === 'report')).toHaveLength(1)
  })

  it('shows two reports in their order, whichever was sent first', () => {
    const second = { ...report, title: 'BUG: other', text: '[    0.3] BUG: other' }
    const lines = ['# a', ...reported, '# b', '[    0.3] BUG: other', '# c']
    const folded = foldConsole(lines, [second, report])
    expect(folded.map(({ kind }) => kind)).toEqual(['line', 'report', 'line', 'report', 'line'])
    expect(folded[1]).toMatchObject({ report })
  })

  it('has the start of the kernel folded once a command has come', () => {
    const start = Array.from({ length: 20 }, (_, line) => `[    0.000000] start ${line}`)
    expect(foldConsole(start, [])).toHaveLength(20)
    expect(foldConsole([...start, '# insmod driver.ko'], [])).toMatchObject([
      { kind: 'start', lines: { length: 20 } },
      { kind: 'line' },
    ])
  })
})

describe('a flood', () => {
  const flood = Array.from({ length: 6000 }, (_, index) => `line ${index}`)

  it('is shown by its beginning and its end, with the number of what is left out', () => {
    const shown = capEntries(foldConsole(flood, []))
    expect(shown.length).toBeLessThan(1000)
    expect(shown[0]).toMatchObject({ line: { text: 'line 0' } })
    expect(shown.at(-1)).toMatchObject({ line: { text: 'line 5999' } })
    expect(count(shown)).toBe(6000)
  })

  it('hides neither commands nor reports', () => {
    const middle = [...flood.slice(0, 3000), '# rmmod driver', ...reported, ...flood.slice(3000)]
    const shown = capEntries(foldConsole(middle, [report]))
    expect(shown.filter(({ kind }) => kind === 'report')).toHaveLength(1)
    expect(shown.filter((entry) => entry.kind === 'line' && entry.line.kind === 'command')).toHaveLength(1)
  })
})

function count(entries: ConsoleEntry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === 'gap' ? entry.count : 1), 0)
}
