import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCpio, type Entry } from '#service/boot/cpio.ts'

const anyPath = fc.string({ unit: 'grapheme', minLength: 1 }).filter((path) => !path.includes('\0'))
const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ kind: fc.constant('folder' as const), path: anyPath }),
  fc.record({ kind: fc.constant('link' as const), path: anyPath, to: anyPath }),
  fc.record({
    kind: fc.constant('file' as const),
    path: anyPath,
    content: fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 2000 })),
    executable: fc.boolean(),
  }),
)

it('an archive holds just what was put in, whatever the names and the bytes', () => {
  fc.assert(
    fc.property(fc.array(anyEntry), (entries) => {
      expect(readCpio(Buffer.from(toCpio(entries)))).toEqual([
        ...entries.map((entry) => ({ path: entry.path, content: Buffer.from(contentOf(entry)) })),
        { path: 'TRAILER!!!', content: Buffer.alloc(0) },
      ])
    }),
  )
})

function contentOf(entry: Entry): Uint8Array | string {
  if (entry.kind === 'file') return entry.content
  return entry.kind === 'link' ? entry.to : ''
}

/** As Linux reads it: a header of 110 characters, the name and the content, each filled up to a whole number of words. */
function readCpio(archive: Buffer): { path: string; content: Buffer }[] {
  const entries: { path: string; content: Buffer }[] = []
  for (let at = 0; at < archive.length;) {
    const field = (index: number): number =>
      parseInt(archive.toString('latin1', at + 6 + 8 * index, at + 14 + 8 * index), 16)
    expect(archive.toString('latin1', at, at + 6)).toBe('070701')
    const [nameStart, nameLength, length] = [at + 110, field(11), field(6)]
    const contentStart = toWord(nameStart + nameLength)
    const path = archive.toString('utf8', nameStart, nameStart + nameLength - 1)
    entries.push({ path, content: archive.subarray(contentStart, contentStart + length) })
    at = toWord(contentStart + length)
  }
  return entries
}

function toWord(at: number): number {
  return at + (-at & 3)
}
