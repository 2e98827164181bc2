import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { judgeSiblings } from '#scripts/siblings/judge-siblings.ts'
import { beginTranslation } from '#scripts/siblings/begin-translation.ts'
import { toBlobId } from '#scripts/siblings/blob-id.ts'
import { markTranslated } from '#scripts/siblings/mark-translated.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'
import { folder, lessonFiles } from '../../course/lesson-files.ts'

let lessons: string

beforeEach(async () => {
  lessons = await mkdtemp(join(tmpdir(), 'lessons-'))
  const transfer = `tasks:\n  - { ask: complete, name: fill, start: '___', solution: '1', prints: '1', why: So. }\n`
  for (const [path, text] of Object.entries(lessonFiles({ [`${folder}/transfer.yaml`]: transfer }))) {
    await mkdir(dirname(join(lessons, path)), { recursive: true })
    await writeFile(join(lessons, path), text)
  }
})

afterEach(async () => rm(lessons, { recursive: true }))

const read = (path: string) => readFile(join(lessons, path), 'utf8')

it('begins each file of a lesson that has words, so that it fits', async () => {
  await beginTranslation(lessons, folder, 'de')
  await beginTranslation(lessons, '03-ownership', 'de')
  const { siblings, mistakes, drift } = judgeSiblings(await readLessonFiles(lessons))
  expect(siblings).toHaveLength(6)
  expect({ mistakes, drift }).toEqual({ mistakes: [], drift: [] })
  expect(await read(`${folder}/transfer.de.yaml`)).toMatch(
    /^source: \w{40}\n---\ntasks:\n {2}- name: fill\n {4}why: So.\n$/,
  )
})

it('leaves what is translated already as it is', async () => {
  const path = `${folder}/duties.de.yaml`
  await writeFile(join(lessons, path), 'source: a\n---\nend: Das Ende.\n')
  await beginTranslation(lessons, folder, 'de')
  expect(await read(path)).toContain('Das Ende.')
})

it('says that files are translated from the English text of now, and changes nothing else', async () => {
  await beginTranslation(lessons, folder, 'de')
  const before = await read(`${folder}/duties.de.yaml`)
  await writeFile(join(lessons, folder, 'duties.yaml'), 'end: Another end.\n')
  await markTranslated(lessons, `${folder}/duties`)
  expect(await read(`${folder}/duties.de.yaml`)).toBe(
    before.replace(/source: \w+/, `source: ${toBlobId('end: Another end.\n')}`),
  )
})

it('says of a folder that is not there what to write', async () => {
  await expect(beginTranslation(lessons, '09-none/01-none', 'de')).rejects.toThrow('Name its folder')
  await expect(markTranslated(lessons, '09-none')).rejects.toThrow('Name a file')
})

it('knows a text by the id that Git gives it', () => {
  expect(toBlobId('')).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391')
})
