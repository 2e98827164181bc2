import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFragment, toFragment } from '#playground/program/share-link.ts'

const anyPiece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\ufeff', '\0', '\r\n', '🦀', '"', '#code='),
)
/** Short ones, and ones that are long but say the same again and again, so that their links are short. */
const anyProgram = fc
  .tuple(fc.array(anyPiece, { maxLength: 20 }), fc.constantFrom(1, 1, 1, 50, 5000))
  .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, 65_536).toWellFormed())

it('each program that has a link comes back from it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyProgram, async (code) => {
      const fragment = await toFragment(code)
      if (fragment !== undefined) expect(await readFragment(`#${fragment}`)).toEqual({ kind: 'code', code })
    }),
    { numRuns: 300 },
  )
})

it('each fragment is a program, none, or broken', async () => {
  const anyFragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  )
  await fc.assert(
    fc.asyncProperty(anyFragment, async (text) => {
      const { kind } = await readFragment(`#code=${text}`)
      expect(kind).toBeOneOf(['code', 'none', 'broken'])
    }),
    { numRuns: 300 },
  )
})

it('a program that is too long for the service, in bytes, has no link', async () => {
  expect(await toFragment('✓'.repeat(30_000))).toBeUndefined()
  expect(await toFragment('x'.repeat(65_536))).toBeDefined()
})
