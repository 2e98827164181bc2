import { expect, it } from 'vitest'
import { toShellWords } from '#service/toolroom/kernel/shell-words.ts'

it.each([
  ['  clang   -c  a.c ', ['clang', '-c', 'a.c']],
  [String.raw`-DNAME='"driver"' -DX=y`, ['-DNAME="driver"', '-DX=y']],
  [String.raw`-Zcrate-attr='feature(a,b)'`, ['-Zcrate-attr=feature(a,b)']],
  [String.raw`a\ b "c \"d\" \n e"`, ['a b', String.raw`c "d" \n e`]],
  ['', []],
])('%s is split as a shell splits it', (line, words) => {
  expect(toShellWords(line)).toEqual(words)
})
