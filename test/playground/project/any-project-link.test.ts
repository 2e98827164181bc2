import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readProjectFragment, toProjectFragment } from '#playground/project/project-link.ts'
import { startOf } from '#playground/project/templates.ts'
import { packText } from '#playground/program/share-link.ts'

const anyPiece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\ufeff', '\0', '\r\n', '🦀', '"', '#code='),
)
/** Short ones, and ones that are long but say the same again and again, so that their links are short. */
const anyText = fc
  .tuple(fc.array(anyPiece, { maxLength: 20 }), fc.constantFrom(1, 1, 1, 50, 5000))
  .map(([pieces, times]) => pieces.join('').repeat(times).slice(0, 65_536).toWellFormed())
const anyFiles = fc.dictionary(fc.constantFrom('main.rs', 'driver.c', 'a/b.rs', 'x'), anyText, {
  noNullPrototype: true,
})

it('each project that has a link comes back from it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyFiles, anyText, async (files, script) => {
      const project = { ...startOf('kernel'), files, script }
      const fragment = await toProjectFragment(project)
      if (fragment !== undefined)
        expect(await readProjectFragment(`#${fragment}`)).toEqual({ kind: 'project', project })
    }),
    { numRuns: 300 },
  )
})

it('each program of an older link comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (code) => {
      const fragment = await packText('code', code)
      if (fragment !== undefined)
        expect(await readProjectFragment(`#${fragment}`)).toMatchObject({
          project: { files: { 'main.rs': code } },
        })
    }),
    { numRuns: 300 },
  )
})

it('each fragment is a project, none, damaged, too long or of a newer version', async () => {
  const anyFragment = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.json().map((json) => Buffer.from(json).toString('base64url')),
  )
  const anyName = fc.constantFrom('code', 'work1', 'work2', 'work', 'word')
  await fc.assert(
    fc.asyncProperty(anyName, anyFragment, async (name, text) => {
      const { kind } = await readProjectFragment(`#${name}=${text}`)
      expect(kind).toBeOneOf(['project', 'none', 'broken', 'too long', 'newer'])
    }),
    { numRuns: 300 },
  )
})

it('whatever JSON a link holds, it is a project or damaged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (json) => {
      const { kind } = await readProjectFragment((await packText('work1', json)) ?? '')
      expect(kind).toBeOneOf(['project', 'none', 'broken'])
    }),
    { numRuns: 300 },
  )
})

it('what is too long for the service, in bytes, has no link', async () => {
  const link = (text: string) => toProjectFragment({ ...startOf('userspace'), files: { 'main.rs': text } })
  expect(await link('✓'.repeat(30_000))).toBeUndefined()
  expect(await link('x'.repeat(65_536))).toBeDefined()
})
