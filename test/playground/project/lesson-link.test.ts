import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLessonFragment, toLessonFragment } from '#playground/project/lesson-link.ts'
import { toProjectFragment } from '#playground/project/project-link.ts'
import { startOf } from '#playground/project/templates.ts'
import { packText } from '#playground/program/share-link.ts'

const lines = Array.from({ length: 80 }, (_, line) => `\tline_of_a_driver(${line * 7919});`)
const given = {
  'driver.c': `${lines.join('\n')}\n`,
  'driver.rs': '//! A driver.\n',
  'boot.sh': 'insmod driver.ko\n',
}
const edited = { ...given, 'driver.c': given['driver.c'].replace('(79190)', '(ten) /* ✓ 🦀 */') }

const toWhole = ({ 'boot.sh': script = '', ...files }: Record<string, string>) => ({
  ...startOf('kernel'),
  ...{ files, script, shown: 'driver.c' },
})
const toLink = (texts: Record<string, string>) => toLessonFragment({ texts, given }, toWhole(texts))

it('A link of a lesson holds what differs from its start, and gives back all of it', async () => {
  const link = await toLink(edited)
  expect(link).toMatch(/^edits1=[\w-]+$/)
  expect(link!.length).toBeLessThan((await toProjectFragment(toWhole(edited)))!.length / 2)
  expect(await readLessonFragment(`#${link}`, given)).toEqual({
    kind: 'texts',
    texts: edited,
    shown: 'driver.c',
  })
})

it('It still fits a lesson that was changed elsewhere, and is told of as soon as it does not', async () => {
  const link = (await toLink(edited))!
  const longer = { ...given, 'driver.c': `// SPDX\n${given['driver.c']}` }
  expect(await readLessonFragment(link, longer)).toMatchObject({
    texts: { 'driver.c': `// SPDX\n${edited['driver.c']}` },
  })
  const other = { ...given, 'driver.c': given['driver.c'].replace('(79190)', '(other)') }
  expect(await readLessonFragment(link, other)).toEqual({ kind: 'changed' })
  expect(await readLessonFragment(link, { 'main.rs': '' })).toEqual({ kind: 'changed' })
})

it('A link of the time when it held whole files is still read', async () => {
  const link = await toProjectFragment(toWhole(edited))
  expect(await readLessonFragment(`#${link}`, given)).toMatchObject({ kind: 'texts', texts: edited })
})

it('Any edit comes back as it was', async () => {
  const anyText = fc
    .array(fc.constantFrom('a', 'b', '', '\r', '\\ No newline at end of file', '🦀', '\t'), { maxLength: 12 })
    .chain((pieces) => fc.constantFrom('\n', '\r\n', '').map((end) => pieces.join('\n') + end))
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (before, after) => {
      const whole = { ...startOf('userspace'), files: { 'main.rs': after } }
      const given = { 'main.rs': before }
      const link = await toLessonFragment({ texts: { 'main.rs': after }, given }, whole)
      expect(await readLessonFragment(link!, given)).toMatchObject({ texts: { 'main.rs': after } })
    }),
    { numRuns: 300 },
  )
})

it.each([
  ['nothing', null],
  ['no edits', {}],
  ['a file that is no list', { edits: { 'driver.c': 'x' } }],
  ['a line without its sign', { edits: { 'driver.c': [[1, ['x']]] } }],
  ['several lines in one', { edits: { 'driver.c': [[1, ['+x\ny']]] } }],
  ['a place that is none', { edits: { 'driver.c': [['1', []]] } }],
])('A link with %s is told as damaged', async (_, value) => {
  const link = (await packText('edits1', JSON.stringify(value)))!
  expect(await readLessonFragment(link, given)).toEqual({ kind: 'broken' })
})

it('Links that were cut, of a newer version, or of none are told apart', async () => {
  expect(await readLessonFragment((await toLink(edited))!.slice(0, -12), given)).toEqual({ kind: 'broken' })
  expect(await readLessonFragment('#edits2=anything', given)).toEqual({ kind: 'newer' })
  expect(await readLessonFragment('#edits', given)).toEqual({ kind: 'none' })
})
