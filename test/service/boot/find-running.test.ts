import { describe, expect, it } from 'vitest'
import { describeStop } from '#service/boot/describe-stop.ts'
import { findRunning } from '#service/boot/find-running.ts'

const script = '# first\ninsmod driver.ko\n\n  cat /dev/demo \nrmmod driver\ncat /dev/demo\n'

describe('the command that a script had come to', () => {
  it.each([
    ['the first', '# insmod driver.ko\n[    0.1] driver: loaded\n', 2, 'insmod driver.ko'],
    ['one in the middle', '# insmod driver.ko\n# cat /dev/demo\nhello', 4, 'cat /dev/demo'],
    [
      'the last',
      '# insmod driver.ko\n# cat /dev/demo\n# rmmod driver\n[exit 1]\n# cat /dev/demo\n',
      6,
      'cat /dev/demo',
    ],
    [
      'one that what it prints is like a later one',
      '# insmod driver.ko\n# rmmod driver\n',
      2,
      'insmod driver.ko',
    ],
  ])('is known by what was shown: %s', (_name, console, ...[line, command]) => {
    expect(findRunning(script, console)).toEqual({ line, command })
  })

  it('is none before the first', () => {
    expect(findRunning(script, '')).toBeUndefined()
    expect(findRunning('', '# insmod driver.ko\n')).toBeUndefined()
  })
})

it('a console ends with why the machine was stopped, and where', () => {
  const during = { line: 3, command: 'cat /dev/demo' }
  const stopped = { kind: 'stopped', milliseconds: 15_012, during } as const
  expect(describeStop({ ...stopped, reason: 'time' })).toBe('[stopped after 15 s in line 3: cat /dev/demo]')
  expect(describeStop({ ...stopped, reason: 'output' })).toBe(
    '[stopped for all that it printed in line 3: cat /dev/demo]',
  )
  expect(describeStop({ kind: 'stopped', reason: 'crash' })).toBe('[the machine died]')
})
