import { describe, expect, it } from 'vitest'
import { readSource } from '#cli/source/read-source.ts'
import { createFakeHost } from './fake-host.ts'

function read(files: Record<string, string | Uint8Array>, paths: string[], options = {}) {
  return readSource(createFakeHost({ files }).host, paths, options)
}

describe('the root file of a program', () => {
  it('brings the modules that it asks for, and theirs', async () => {
    const files = {
      'a/root.rs': 'mod ring;\npub(crate) mod slots;\nfn main() {}',
      'a/ring.rs': 'mod inner;',
      'a/ring/inner.rs': '',
      'a/slots/mod.rs': 'mod deep;',
      'a/slots/deep.rs': '',
      'a/other.rs': '',
    }
    const source = await read(files, ['a/root.rs'])
    expect(Object.keys(source.files).sort()).toEqual([
      'main.rs',
      'ring.rs',
      'ring/inner.rs',
      'slots/deep.rs',
      'slots/mod.rs',
    ])
    expect(source.names).toMatchObject({ 'main.rs': 'a/root.rs', 'ring/inner.rs': 'a/ring/inner.rs' })
  })

  it('brings the headers beside it, but none of other folders', async () => {
    const files = { 'd/x.c': '#include "regs.h"\n#include "../secret.h"', 'd/regs.h': '', 'secret.h': '' }
    const source = await read(files, ['d/x.c'])
    expect(source).toMatchObject({ target: 'kernel', language: 'c', root: 'driver.c' })
    expect(Object.keys(source.files)).toEqual(['driver.c', 'regs.h'])
  })

  it.each([
    ['use kernel::prelude::*;', 'driver.rs'],
    ['module! { type: A, name: "a" }', 'driver.rs'],
    ['fn main() {}', 'main.rs'],
  ])('is for what it names: %s', async (text, root) => {
    expect(await read({ 'x.rs': text }, ['x.rs'])).toMatchObject({ root })
  })

  it('is what the user says it is', async () => {
    expect(await read({ 'x.rs': '' }, ['x.rs'], { target: 'kernel' })).toMatchObject({ root: 'driver.rs' })
  })

  it('does not read in circles', async () => {
    const source = await read({ 'a.c': '#include "b.h"', 'b.h': '#include "b.h"' }, ['a.c'])
    expect(Object.keys(source.files)).toEqual(['driver.c', 'b.h'])
  })
})

describe('a folder', () => {
  it('is sent with all files of its program’s language', async () => {
    const files = { 'd/driver.rs': 'use kernel::a;', 'd/ring.rs': '', 'd/notes.md': '', 'd/.git/x.rs': '' }
    const source = await read(files, ['d'])
    expect(Object.keys(source.files)).toEqual(['driver.rs', 'ring.rs'])
  })

  it('with drivers of both languages asks which one is meant', async () => {
    const files = { 'd/driver.rs': '', 'd/driver.c': '' }
    await expect(read(files, ['d'])).rejects.toThrow(
      '«d» has driver.rs and driver.c. Name the file, or say --language.',
    )
    expect(await read(files, ['d'], { language: 'c' })).toMatchObject({ root: 'driver.c' })
  })

  it('of a lesson is that of its Rust, unless C is asked for', async () => {
    const files = { 'd/driver.rs': '', 'd/driver.c': '', 'd/.no-oops.json': '{}' }
    expect(await read(files, ['d'])).toMatchObject({ root: 'main.rs', names: { 'main.rs': 'd/driver.rs' } })
    expect(await read(files, ['d'], { language: 'c' })).toMatchObject({ root: 'driver.c' })
  })

  it('of a Cargo project is read from its src', async () => {
    expect((await read({ 'Cargo.toml': '', 'src/main.rs': '', 'src/a.rs': '' }, ['.'])).files).toEqual({
      'main.rs': '',
      'a.rs': '',
    })
  })
})

describe('what the service would not take', () => {
  it.each([
    ['binary files', { 'x.rs': new Uint8Array([102, 0, 1]) }, '«x.rs» is no text in UTF-8'],
    ['text in another encoding', { 'x.rs': new Uint8Array([0xe9, 0x20]) }, '«x.rs» is no text in UTF-8'],
    ['huge files', { 'x.rs': 'x'.repeat(70_000) }, '«x.rs» has 70000 bytes; the service takes 65536 in all'],
  ])('%s are refused by their names', async (_, files, says) => {
    await expect(read(files, ['x.rs'])).rejects.toThrow(says)
  })

  it('many files are refused with a way out', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`d/m${index}.rs`, '']))
    await expect(read({ ...files, 'd/main.rs': '' }, ['d'])).rejects.toThrow('These are 41 files')
  })

  it('names with blanks, and files beside the root’s folder, are refused', async () => {
    await expect(read({ 'main.rs': '', 'my file.rs': '' }, ['main.rs', 'my file.rs'])).rejects.toThrow(
      '«my file.rs» has a name',
    )
    await expect(read({ 'a/main.rs': '', '../b.rs': '' }, ['a/main.rs', '../b.rs'])).rejects.toThrow(
      '«../b.rs» has a name',
    )
  })

  it('the root file may have any name', async () => {
    expect((await read({ '../my driver (2).c': '' }, ['../my driver (2).c'])).files).toEqual({
      'driver.c': '',
    })
  })
})
