import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type BootScript, findExpected, findMissing, parseBootScript } from '#course/boot-script.ts'

describe('a boot script', () => {
  it('is commands, one a line, without comments', () => {
    const script = parseBootScript(
      '# Loads it.\ninsmod driver.ko\n\n  cat /dev/fault # twice\nrmmod driver\n',
    )
    expect(script.commands).toEqual(['insmod driver.ko', 'cat /dev/fault # twice', 'rmmod driver'])
  })

  it('says in comments what must come, in order', () => {
    const script = parseBootScript('insmod driver.ko\n#= loaded\nrmmod driver\n#=gone\n')
    expect(script).toMatchObject({
      commands: ['insmod driver.ko', 'rmmod driver'],
      expected: ['loaded', 'gone'],
    })
  })

  it('knows on which of its lines something is asked', () => {
    const { lines, asks } = parseBootScript('insmod driver.ko\n#= loaded\n\n#no-report kasan\n#> gone\n')
    expect(lines.map(({ onLine }) => onLine)).toEqual([2, 5])
    expect(asks.map(({ onLine }) => onLine)).toEqual([4])
  })
})

describe('what a console misses', () => {
  const consoleText = [
    '# insmod driver.ko',
    '[    0.220000] driver: loaded, 1 refused',
    '# echo gone > /dev/null',
    'driver: one',
    'driver: one\r',
    '',
  ].join('\n')

  it('is nothing if all is there in order', () => {
    expect(findMissing(lines(['loaded', 'one']), consoleText)).toEqual([])
  })

  it('is what comes in another order', () => {
    expect(findMissing(lines(['one', 'loaded']), consoleText)).toEqual(['loaded'])
  })

  it('is one of two that one line would have to serve', () => {
    expect(findMissing(lines(['one', 'one']), consoleText)).toEqual([])
    expect(findMissing(lines(['loaded', '1 refused']), consoleText)).toEqual(['1 refused'])
  })

  it('is what only a command says', () => {
    expect(findMissing(lines(['gone']), consoleText)).toEqual(['gone'])
  })

  it('may be matched from the line’s first word on, for time stamps do not count', () => {
    expect(findMissing(lines(['0.22']), consoleText)).toEqual(['0.22'])
    expect(findMissing(lines(['driver: loaded']), consoleText)).toEqual([])
  })

  it('leaves the texts after it to be looked for', () => {
    expect(findMissing(lines(['nothing', 'loaded']), consoleText)).toEqual(['nothing'])
  })
})

describe('what is found of what is expected', () => {
  const consoleText = '# insmod driver.ko\n[    0.22] driver: 3 of 4 slots\n[    0.23] driver: ready\n'

  it('is the line that shows it', () => {
    expect(findExpected(lines(['ready']), consoleText)).toEqual([{ text: 'ready', line: 'driver: ready' }])
  })

  it('is else the line most like it, if half of its words are the same', () => {
    expect(findExpected(lines(['driver: 4 of 4 slots', 'gone']), consoleText)).toEqual([
      { text: 'driver: 4 of 4 slots', nearest: 'driver: 3 of 4 slots' },
      { text: 'gone' },
    ])
  })
})

describe('what came instead of what is expected', () => {
  const projectLogbook = '../../lessons/06-bindings-and-abstractions/08-project-logbook/'
  const found = (text: string, script: string, consoleText: string) =>
    findExpected(parseBootScript(script), consoleText).find((expected) => expected.text === text)

  it('is a line of the command that the script asks, and none of a later one', async () => {
    const script = await readFile(new URL(`${projectLogbook}check/boot.sh`, import.meta.url), 'utf8')
    const trials = await readFile(new URL(`${projectLogbook}trials.json`, import.meta.url), 'utf8')
    const { console } = JSON.parse(trials).programs.start.check.trial
    expect(found('logbook: 3 lines', script, console)).toEqual({
      text: 'logbook: 3 lines',
      nearest: 'logbook: 0 lines, 0 dropped',
    })
    expect(found('logbook: 2 lines, 1 dropped', script, console)).toHaveProperty(
      'nearest',
      'logbook: 0 lines, 0 dropped',
    )
    expect(found('logbook: |no de|', script, console)).toHaveProperty('came.lines', [
      'logbook: room for 2 lines of 5 bytes',
      'logbook: 0 lines, 0 dropped',
    ])
  })

  const script =
    'insmod driver.ko\n#= 2 slots\ncat /dev/fault\n#= 3 slots\n#= all full\nrmmod driver\n#= gone\n'

  it('is what the command brought, where no line is like it', () => {
    const text =
      '# insmod driver.ko\n[    0.1] 2 slots\n# cat /dev/fault\n[    0.2] refused\n\n# rmmod driver\n'
    expect(found('2 slots', script, text)).toEqual({ text: '2 slots', line: '2 slots' })
    expect(found('all full', script, text)).toEqual({
      text: 'all full',
      came: { of: 'cat /dev/fault', lines: ['refused'] },
    })
  })

  it('is nothing, where the command printed nothing', () => {
    const text = '# insmod driver.ko\n# cat /dev/fault\n# rmmod driver\ngoing\n[    0.9] reboot: Power down'
    expect(found('2 slots', script, text)).toMatchObject({ came: { of: 'insmod driver.ko', lines: [] } })
    expect(found('gone', script, text)).toMatchObject({ came: { of: 'rmmod driver', lines: ['going'] } })
  })

  it('is not told of a command that did not run', () => {
    const text = '# insmod driver.ko\n[    0.1] 2 slots'
    expect(found('gone', script, text)).toEqual({ text: 'gone' })
  })

  it('is told of what a command itself prints, too', () => {
    expect(found('3 lines', './tool\n#> 3 lines', '# ./tool\nno such device\n')).toEqual({
      text: '3 lines',
      by: './tool',
      came: { of: './tool', lines: ['no such device'] },
    })
  })
})

function lines(texts: string[]): Pick<BootScript, 'lines' | 'commands'> {
  return { lines: texts.map((text, index) => ({ text, onLine: index + 1 })), commands: [] }
}
