import { describe, expect, it } from 'vitest'
import { resolveGoneFrames } from '#service/kernel-log/resolve-gone-frames.ts'
import { toSourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import { toElfFile, toSymbol } from '../kernel/elf-file.ts'

const symbolNames = Buffer.from('\0poll\0ring\0unseen\0')
const [poll, ring, unseen] = [1, 6, 11]
const sections = { text: 1, data: 2 }
const module = toElfFile({
  names: 5,
  sections: [
    { type: 0 },
    { type: 1, name: 1, bytes: Buffer.alloc(64) },
    { type: 1, name: 7, bytes: Buffer.alloc(64) },
    {
      type: 2,
      link: 4,
      bytes: Buffer.concat([
        toSymbol({}),
        toSymbol({ name: poll, kind: 2, section: sections.text, value: 16, size: 32 }),
        toSymbol({ name: ring, kind: 1, section: sections.data, size: 8 }),
        toSymbol({ name: unseen, kind: 1, section: sections.data, value: 8, size: 8 }),
      ]),
    },
    { type: 3, bytes: symbolNames },
    { type: 3, bytes: Buffer.from('\0.text\0.data\0') },
  ],
})
const sources = toSourceLines({
  'driver.c': '/* ring; */\n\tring = 2;\nring;\nstatic int ring [4], other;\n',
})

function resolve(symbol: string, offset: number, isReturn = false): unknown {
  return resolveGoneFrames([{ symbol, offset, isReturn }], module, sources)[0]
}

describe('where a module was that is gone', () => {
  it('is a function, by the bytes from its beginning', () => {
    expect(resolve('.text', 20)).toEqual({ frame: { symbol: 'poll', offset: 4, isReturn: false } })
  })

  it('is the function that called, if the address is right behind it', () => {
    expect(resolve('.text', 48, true)).toEqual({ frame: { symbol: 'poll', offset: 32, isReturn: true } })
    expect(resolve('.text', 48)).toBeUndefined()
  })

  it('is the line that declares a variable', () => {
    expect(resolve('.data', 7)).toEqual({ place: { file: 'driver.c', line: 4 } })
  })

  it('is not known of a variable that no line declares, of no section, and of no module', () => {
    expect(resolve('.data', 8)).toBeUndefined()
    expect(resolve('.rodata', 0)).toBeUndefined()
    expect(
      resolveGoneFrames([{ symbol: '.text', offset: 20, isReturn: false }], Buffer.from(''), sources),
    ).toEqual([undefined])
  })
})
