import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { describeFold } from '#course/describe-fold.ts'
import { readMarkers } from '#course/duties.ts'
import { wordsOf } from '#i18n/words.ts'

beforeEach(() => vi.stubGlobal('noOopsWords', wordsOf('de')))
afterEach(() => vi.unstubAllGlobals())

const told = globSync('lessons/*/*/lesson.de.mdx').map(dirname)

it.each(told)('what is folded in the code of %s has a German title, from describe-fold.ts', (lesson) => {
  const sources = globSync(`${lesson}/{c,start,solution}/*`).map((path) => readFileSync(path, 'utf8'))
  const titles = sources.flatMap((text) => readMarkers(text).folds.map(({ title }) => title))
  expect(titles.filter((title) => describeFold(title) === title)).toEqual([])
})
