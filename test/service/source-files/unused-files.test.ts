import { describe, expect, it } from 'vitest'
import type { CompileRequest } from '#protocol/compile.ts'
import { toCUnits } from '#service/kernel/c-units.ts'
import { findUnusedFiles } from '#service/source-files/unused-files.ts'

type Program = Pick<CompileRequest, 'target' | 'language' | 'files'>

const c = { target: 'kernel', language: 'c' } as const
const rust = { target: 'kernel', language: 'rust' } as const

const unused: { name: string; program: Program; messages: string[] }[] = [
  {
    name: 'a header that nobody includes',
    program: { ...c, files: { 'driver.c': '// #include "ring.h"\n', 'ring.h': '#define A\n' } },
    messages: ['ring.h is not used: no file of the driver includes it'],
  },
  {
    name: 'headers that only include each other',
    program: { ...c, files: { 'driver.c': '', 'a.h': '#include "b.h"', 'b.h': '#include "a.h"' } },
    messages: [
      'a.h is not used: no file of the driver includes it',
      'b.h is not used: no file of the driver includes it',
    ],
  },
  {
    name: 'Rust in a C driver',
    program: { ...c, files: { 'driver.c': '', 'ring.rs': '' } },
    messages: ['ring.rs is not used: the driver is C'],
  },
  {
    name: 'a module that nobody declares',
    program: {
      ...rust,
      files: { 'driver.rs': 'mod ring;\nmod rings;', 'ring.rs': '', 'rings/mod.rs': '', 'queue/mod.rs': '' },
    },
    messages: ['queue/mod.rs is not used: no file of the program says `mod queue;`'],
  },
  {
    name: 'C in a Rust driver',
    program: { ...rust, files: { 'driver.rs': '', 'ring.c': '' } },
    messages: ['ring.c is not used: the program is Rust'],
  },
]

describe('a file that has no part in a program is told of', () => {
  it.each(unused)('$name', ({ program, messages }) => {
    expect(findUnusedFiles(program).map(({ message }) => message)).toEqual(messages)
  })

  it('on its first line', () => {
    const [warning] = findUnusedFiles({ ...c, files: { 'driver.c': '', 'ring.h': '#pragma once\nint n;\n' } })
    expect(warning).toMatchObject({
      severity: 'warning',
      spans: [{ file: 'ring.h', start: { line: 1, column: 1 }, end: { line: 1, column: 13 }, primary: true }],
    })
  })
})

const used: { name: string; program: Program }[] = [
  { name: 'C beside the driver', program: { ...c, files: { 'driver.c': '', 'ring.c': '' } } },
  { name: 'C that is included', program: { ...c, files: { 'driver.c': '#include "a.c"', 'a.c': '' } } },
  {
    name: 'headers in folders',
    program: {
      ...c,
      files: {
        ...{ 'driver.c': '# include "a/b.h"', 'a/b.h': '#include "../c.h"\n#include "d.h"' },
        ...{ 'c.h': '', 'a/d.h': '' },
      },
    },
  },
  {
    name: 'modules of modules, and what they name in quotes',
    program: {
      ...rust,
      files: {
        ...{ 'driver.rs': 'pub(crate) mod ring;', 'ring.rs': 'mod r#box ;' },
        'ring/box.rs': '#[path = "../odd.rs"]\nmod even;',
        'odd.rs': 'const TEXT: &str = include_str!("text.txt");',
        'text.txt': 'hello',
      },
    },
  },
  {
    name: 'tests',
    program: {
      ...{ target: 'userspace', language: 'rust' },
      files: { 'main.rs': '', 'tests.rs': 'mod tools;', 'tools.rs': '' },
    },
  },
]

it.each(used)('a file that has a part in a program is not told of: $name', ({ program }) => {
  expect(findUnusedFiles(program)).toEqual([])
})

it('all C files are compiled but those that are part of another one', () => {
  const files = {
    'ring.c': '',
    'driver.c': '#include "data.c"\n#include "driver.c"',
    'data.c': '',
    'a/b.c': '',
  }
  expect(toCUnits(files)).toEqual(['driver.c', 'ring.c', 'a/b.c'])
})
