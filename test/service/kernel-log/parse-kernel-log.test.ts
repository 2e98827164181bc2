import { describe, expect, it } from 'vitest'
import { parseKernelLog } from '#service/kernel-log/parse-kernel-log.ts'
import { bootNames, readConsole } from './boots.ts'
import { tellLogged } from './tell.ts'

describe('what a kernel wrote', () => {
  it.each(bootNames)('%s', async (name) => {
    await expect(tellLogged(parseKernelLog(readConsole(name)))).toMatchFileSnapshot(
      `boots/${name}/logged.json`,
    )
  })
})

describe('a log is read alike', () => {
  it.each(bootNames)('%s with the line ends of a terminal', (name) => {
    const console = readConsole(name)
    expect(parseKernelLog(console.replaceAll('\n', '\r\n'))).toEqual(parseKernelLog(console))
  })

  it.each(bootNames)('%s with the output of programs between its lines', (name) => {
    const console = readConsole(name)
    expect(parseKernelLog(console.replaceAll('\n', '\n# cat /dev/demo\n'))).toEqual(parseKernelLog(console))
  })

  it.each(bootNames)('%s if programs do not end their lines', (name) => {
    const console = readConsole(name)
    expect(parseKernelLog(console.replaceAll('\n[', '\nBUG: [driver] ['))).toEqual(parseKernelLog(console))
  })
})

describe('reports', () => {
  it('keep their lines as printed, without those of other programs', () => {
    const console = readConsole('ab-ba')
    const { text } = parseKernelLog(console)[0]!
    expect(console).toContain('# rmmod driver')
    expect(text).not.toContain('# rmmod driver')
    expect(text.split('\n').filter((line) => !console.includes(line))).toEqual([])
  })

  it('are told once if the kernel loads a driver twice', () => {
    const console = readConsole('failing-init')
    expect(console.match(/BUG: KASAN/g)).toHaveLength(2)
    expect(parseKernelLog(console)).toHaveLength(1)
  })

  it('that follow each other are cut where the next begins', () => {
    const [first, second, last] = parseKernelLog(readConsole('walk-then-panic'))
    expect([first, second, last].map((report) => report?.kind)).toEqual(['kasan', 'kasan', 'oops'])
    expect(first!.text).not.toContain(second!.title)
    expect(last!.text).toMatch(/^\[ .*\] Modules linked in: /)
  })

  it('that were cut off have what was written', () => {
    const console = readConsole('use-after-free')
    const [report] = parseKernelLog(console.slice(0, console.indexOf('Freed by task') + 20))
    expect(report!.traces.map(({ role }) => role)).toEqual(['at', 'allocated'])
  })

  it.each(['walk-then-panic', 'ab-ba', 'rust-index'])(
    '%s, cut off anywhere, has a title and a place',
    (name) => {
      const console = readConsole(name)
      const [, boot] = /^([^]*?)\n# insmod/.exec(console)!
      for (let end = boot!.length; end < console.length; end += 97) {
        for (const { title, traces } of parseKernelLog(console.slice(0, end))) {
          expect(title).not.toBe('')
          expect(traces[0]!.role).toMatch(/^(at|wants)$/)
        }
      }
    },
  )

  it('of a healthy driver there are none', () => {
    expect(
      parseKernelLog('[    0.1] driver: BUG: no\n[    0.100000] driver: a warning\n# WARNING: x\n'),
    ).toEqual([])
    expect(parseKernelLog('[    0.100000] WARNING: the demo deadlock is not real\n')).toEqual([])
    expect(parseKernelLog('')).toEqual([])
  })
})

describe('what a driver prints itself', () => {
  it.each([
    'BUG: the queue is full',
    'Kernel panic - not syncing: only joking',
    'WARNING: at last',
    'INFO: task demo:1 blocked for more than 2 seconds.',
    'BUG: KASAN: none',
  ])('«%s» is no report', (words) => {
    expect(parseKernelLog(`[    0.100000] ${words}\n[    0.200000] reboot: Power down\n`)).toEqual([])
  })

  it('is one where the log ends with it, for the machine may have died of it', () => {
    expect(parseKernelLog('[    0.100000] Kernel panic - not syncing: enough\n')).toHaveLength(1)
  })
})
