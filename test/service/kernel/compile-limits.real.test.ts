import { describe, expect, it } from 'vitest'
import { c, rust, useDriverCompiler } from './any-driver.ts'

const { compile } = useDriverCompiler()

const bombs = [
  {
    name: 'a crash of clang',
    files: c('return 0;', '#pragma clang __debug crash'),
    stopped: { action: 'check', reason: 'crash' },
  },
  {
    name: 'a value for each of a billion',
    files: c('return 0;', 'char x[] = { [0 ... 0x3fffffff] = 1 };'),
    stopped: { action: 'check', reason: 'memory' },
  },
  {
    name: 'four gigabytes of zeros',
    files: c('return 0;', 'char big[0x100000000UL] = { 1 };'),
    stopped: { action: 'build', reason: 'output' },
  },
] as const

describe('programs that are too much for the compiler', () => {
  it.each(bombs)('are stopped: $name', async ({ files, stopped: { action, reason } }) => {
    expect(await compile(action, files)).toEqual({ outcome: 'stopped', reason })
  })

  it.each([
    ['endless constants', rust('const { loop {} };')],
    ['a driver that includes itself', c('return 0;', '#include "driver.c"')],
    ['a file of the machine', c('return 0;', '#include "/etc/passwd"')],
  ])('are refused: %s', async (_name, files) => {
    expect(await compile('check', files)).toMatchObject({ outcome: 'rejected' })
  })
})
