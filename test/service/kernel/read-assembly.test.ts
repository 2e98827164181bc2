import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAssembly } from '#service/kernel/read-assembly.ts'
import { anyNumber, anyOutput, anyText } from '../any-output.ts'

const written = readFileSync(join(import.meta.dirname, 'clang.s'), 'utf8')
const files = { 'driver.c': '' }

it('Instructions have the lines that they come from, in the sent files or elsewhere', () => {
  const own = (line: number) => ({ file: 'driver.c', line })
  const header = { file: 'include/linux/uaccess.h', line: 195, external: true }
  expect(readAssembly(written, files)).toEqual([
    {
      name: 'tape_read',
      more: 0,
      lines: [
        { text: 'pushq\t%rbp', ...own(18) },
        { text: 'cmpl\t$1074294017, %esi', ...own(24) },
        { text: 'jne\t.LBB0_2', ...own(24) },
        { text: 'movabsq\t$_copy_to_user, %rax', ...header },
        { text: '1:' },
        { text: 'jmp\t1b', ...header },
        { text: '.LBB0_2:' },
        { text: 'retq' },
      ],
    },
  ])
})

it('What is longer than anybody reads is cut, and counted', () => {
  const long = `\t.type\tf,@function\nf:\n${'\tnop\n'.repeat(3000)}\t.size\tf, 3000\n`
  expect(readAssembly(long, files)).toMatchObject([{ name: 'f', more: 1000 }])
})

it('Whatever a compiler writes is read', () => {
  const line = fc.oneof(
    fc.constantFrom(...written.split('\n')),
    fc.tuple(anyNumber, anyNumber).map(([file, line]) => `\t.loc\t${file} ${line} 1`),
    fc.tuple(anyNumber, anyText).map(([number, name]) => `\t.file\t${number} "/work" "${name}"`),
    fc.tuple(fc.constantFrom('.type', '.size', '.loc', ''), anyText).map((words) => `\t${words.join('\t')}`),
    anyText.map((text) => `${text}:`),
  )
  fc.assert(
    fc.property(anyOutput(line), (output) => {
      for (const { lines } of readAssembly(output, files))
        for (const { text, line } of lines) {
          expect(text).not.toBe('')
          expect(line ?? 1).toBeGreaterThan(0)
        }
    }),
    { numRuns: 1000 },
  )
})
