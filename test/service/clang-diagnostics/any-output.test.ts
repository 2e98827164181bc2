import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { most } from '#compiler-output/cap-diagnostics.ts'
import { parseClang } from '#service/clang-diagnostics/parse-clang.ts'
import { anyOutput, anySource } from '../any-output.ts'
import { expectSound } from '../expect-sound.ts'
import { anyClangLine } from './any-clang-line.ts'

describe('whatever clang writes', () => {
  it('becomes diagnostics that lie in the files', () => {
    const anyCase = fc.tuple(anyOutput(anyClangLine), anySource, anySource)
    fc.assert(
      fc.property(anyCase, ([stderr, source, header]) => {
        const files = { 'driver.c': source, 'ring.h': header }
        expectSound(parseClang(stderr, files), files)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('of more than somebody can read', () => {
  const line = (level: string, n: number): string => `driver.c:1:1: ${level}: ${n}\n`
  const many = (count: number, level: string): string =>
    Array.from({ length: count }, (_, n) => line(level, n)).join('')

  it('the errors are kept, and how much more there was is told last', () => {
    const diagnostics = parseClang(many(600, 'warning') + many(3, 'error'), { 'driver.c': 'x' })
    expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBe(3)
    expect(diagnostics.length).toBe(most.diagnostics + 1)
    expect(diagnostics.at(-1)).toMatchObject({ severity: 'note', message: '… and 103 more messages' })
  })

  it('the notes of one message are counted in its last one', () => {
    const [diagnostic] = parseClang(line('error', 0) + many(60, 'note'), { 'driver.c': 'x' })
    expect(diagnostic!.children.length).toBe(most.children + 1)
    expect(diagnostic!.children.at(-1)!.message).toBe('… and 10 more notes')
  })

  it('a text is cut', () => {
    const [diagnostic] = parseClang(`driver.c:1:1: error: ${'x'.repeat(12_000)} [-Wx]`, { 'driver.c': 'x' })
    expect(diagnostic!.message).toMatch(/^x{10000}… \(2000 more characters\)$/)
    expect(diagnostic!.code).toBe('-Wx')
  })

  it('the lines are told to be more', () => {
    const diagnostics = parseClang(`${'\n'.repeat(30_000)}${line('error', 0)}`, { 'driver.c': 'x' })
    expect(diagnostics).toMatchObject([{ message: '… and more lines than are read' }])
  })
})

it('what is said of a line that the file does not have stands at its end', () => {
  const [diagnostic] = parseClang('driver.c:99:7: error: x', { 'driver.c': 'ab\ncd' })
  expect(diagnostic!.spans[0]).toMatchObject({ start: { line: 2, column: 3 }, end: { line: 2, column: 3 } })
})

it('a flag is read from the end of a text that is full of beginnings of one', () => {
  const texts = ['a [-W [-W [-Wb]', 'a [-Werror,-Wb]', 'a [-Wb,-Wc]', 'a [-W b]', 'a [-Wb] c', 'a [-Werror]']
  const read = texts.map((text) => parseClang(`x.c:1:1: error: ${text}`, {})[0]!)
  expect(read.map(({ message, code }) => [message, code])).toEqual([
    ['a [-W [-W', '-Wb'],
    ['a', '-Wb'],
    ['a', '-Wb'],
    ['a [-W b]', undefined],
    ['a [-Wb] c', undefined],
    ['a', '-Werror'],
  ])
})
