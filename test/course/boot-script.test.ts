import { describe, expect, it } from 'vitest'
import { findExpected, findMissing, parseBootScript } from '#course/boot-script.ts'

describe('a boot script', () => {
  it('is commands, one a line, without comments', () => {
    const script = parseBootScript(
      '# Loads it.\ninsmod driver.ko\n\n  cat /dev/fault # twice\nrmmod driver\n',
    )
    expect(script.commands).toEqual(['insmod driver.ko', 'cat /dev/fault # twice', 'rmmod driver'])
  })

  it('says in comments what must come, in order', () => {
    const script = parseBootScript('insmod driver.ko\n#= loaded\nrmmod driver\n#=gone\n')
    expect(script).toEqual({ commands: ['insmod driver.ko', 'rmmod driver'], expected: ['loaded', 'gone'] })
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
    expect(findMissing(['loaded', 'one'], consoleText)).toEqual([])
  })

  it('is what comes in another order', () => {
    expect(findMissing(['one', 'loaded'], consoleText)).toEqual(['loaded'])
  })

  it('is one of two that one line would have to serve', () => {
    expect(findMissing(['one', 'one'], consoleText)).toEqual([])
    expect(findMissing(['loaded', '1 refused'], consoleText)).toEqual(['1 refused'])
  })

  it('is what only a command says', () => {
    expect(findMissing(['gone'], consoleText)).toEqual(['gone'])
  })

  it('may be matched from the line’s first word on, for time stamps do not count', () => {
    expect(findMissing(['0.22'], consoleText)).toEqual(['0.22'])
    expect(findMissing(['driver: loaded'], consoleText)).toEqual([])
  })

  it('leaves the texts after it to be looked for', () => {
    expect(findMissing(['nothing', 'loaded'], consoleText)).toEqual(['nothing'])
  })
})

describe('what is found of what is expected', () => {
  const consoleText = '# insmod driver.ko\n[    0.22] driver: 3 of 4 slots\n[    0.23] driver: ready\n'

  it('is the line that shows it', () => {
    expect(findExpected(['ready'], consoleText)).toEqual([{ text: 'ready', line: 'driver: ready' }])
  })

  it('is else the line most like it, if half of its words are the same', () => {
    expect(findExpected(['driver: 4 of 4 slots', 'gone'], consoleText)).toEqual([
      { text: 'driver: 4 of 4 slots', nearest: 'driver: 3 of 4 slots' },
      { text: 'gone' },
    ])
  })
})
