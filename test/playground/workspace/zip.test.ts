import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isWorkspacePath } from '#playground/workspace/file-path.ts'
import { packZip, unpackZip } from '#playground/workspace/zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('a zip', () => {
  it('gives back what was packed', () => {
    const anyName = fc.stringMatching(/^[a-z]{1,8}\.(rs|c|md)$/)
    fc.assert(
      fc.property(
        fc.dictionary(anyName, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
        (texts) => {
          fc.pre(Object.values(texts).every((text) => text.isWellFormed() && !text.includes('\0')))
          expect(unpackZip(packZip(texts))).toEqual({ kind: 'files', texts, leftOut: [] })
        },
      ),
    )
  })

  it('puts nothing outside of the project, and says what it left out', () => {
    const names = [
      '/etc/passwd',
      '../up.rs',
      'a/../../b.rs',
      'C:\\..\\d.rs',
      'fine/e.rs',
      'dos\\f.rs',
      './g.rs',
    ]
    const packed = zipSync(Object.fromEntries(names.map((name) => [name, bytes('x')])))
    const unpacked = unpackZip(packed)
    expect(unpacked).toMatchObject({
      kind: 'files',
      texts: { 'fine/e.rs': 'x', 'dos/f.rs': 'x', 'g.rs': 'x' },
    })
    expect(unpacked.kind === 'files' && unpacked.leftOut).toHaveLength(4)
  })

  it('leaves out what is no text or too large, also where it lies about its size', () => {
    const bomb = new Uint8Array(3_000_000)
    const honest = unpackZip(
      zipSync({ 'bomb.txt': bomb, 'image.png': new Uint8Array([137, 80, 0]), 'a.rs': bytes('a') }),
    )
    expect(honest).toMatchObject({ kind: 'files', texts: { 'a.rs': 'a' } })
    expect(honest.kind === 'files' && honest.leftOut.join(' ')).toMatch(
      /bomb\.txt has .* image\.png is no text/,
    )
    const liar = unpackZip(zipThatLies('liar.txt', deflateRawSync(Buffer.alloc(3_000_000, 'a')), 10))
    expect(liar.kind === 'broken' || Object.values(liar.texts).join('').length <= 10).toBe(true)
  })

  it('takes no more files than a project has', () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.txt`, bytes('x')]))
    const unpacked = unpackZip(zipSync(many))
    expect(unpacked.kind === 'files' && Object.keys(unpacked.texts)).toHaveLength(300)
  })

  it('that is cut or no zip is said to be broken', () => {
    expect(unpackZip(bytes('no zip'))).toEqual({ kind: 'broken' })
    expect(unpackZip(packZip({ 'a.rs': 'a' }).slice(0, 30))).toEqual({ kind: 'broken' })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        const unpacked = unpackZip(random)
        if (unpacked.kind === 'files') expect(Object.keys(unpacked.texts).every(isWorkspacePath)).toBe(true)
      }),
    )
  })
})

/** One entry whose declared size is not that of its content. */
function zipThatLies(name: string, packed: Uint8Array, size: number): Uint8Array {
  const whole = Buffer.from(zipSync({ [name]: bytes('0123456789') }, { level: 9 }))
  const begin = 30 + name.length
  const [centre, end] = [whole.indexOf('PK\x01\x02', 0, 'latin1'), whole.indexOf('PK\x05\x06', 0, 'latin1')]
  const central = Buffer.from(whole.subarray(centre, end))
  const last = Buffer.from(whole.subarray(end))
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(size, 24)
  last.writeUInt32LE(begin + packed.length, 16)
  const local = Buffer.from(whole.subarray(0, begin))
  local.writeUInt16LE(8, 8)
  return Buffer.concat([local, packed, central, last])
}
