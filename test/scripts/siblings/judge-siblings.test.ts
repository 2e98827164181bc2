import { expect, it } from 'vitest'
import { withSource } from '#scripts/siblings/find-drift.ts'
import { judgeSiblings } from '#scripts/siblings/judge-siblings.ts'
import { toSiblingPath } from '#course/siblings/sibling-path.ts'
import { folder } from '../../course/lesson-files.ts'
import { germanFiles, siblingYaml } from '../../course/siblings/sibling-files.ts'

/** All siblings say that they are made from the English files as they are. */
function current(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const files = germanFiles(changes)
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const english = files[path.replace(/\.de\.(\w+)$/, '.$1')]!
      return [
        path,
        path === toSiblingPath(path.replace('.de.', '.'), 'de') ? withSource(text, english) : text,
      ]
    }),
  )
}

it('siblings that are made from the English files of now are fine', () => {
  const { siblings, mistakes, drift } = judgeSiblings(current())
  expect(siblings.map(({ source }) => source.slice(folder.length + 1)).sort()).toEqual([
    ...['duties.yaml', 'hints.yaml', 'lesson.mdx', 'questions.yaml'],
  ])
  expect({ mistakes, drift }).toEqual({ mistakes: [], drift: [] })
})

it('a sibling whose English file has other words since is no mistake, and is told with what it was made from', () => {
  const files = current()
  const path = `${folder}/duties.yaml`
  const { mistakes, drift } = judgeSiblings({ ...files, [path]: 'end: The end of the 64 bytes.\n' })
  expect(mistakes).toEqual([])
  expect(drift).toEqual([
    {
      path: `${folder}/duties.de.yaml`,
      source: path,
      language: 'de',
      from: /source: (\w+)/.exec(files[`${folder}/duties.de.yaml`]!)![1],
    },
  ])
})

it('a sibling that does not fit any more is a mistake, and hides none of another chapter', () => {
  const files = {
    ...current({ 'duties.de.yaml': siblingYaml('ende: Das Ende.\n') }),
    '03-ownership/chapter.de.yaml': siblingYaml('title: Besitz\n'),
  }
  expect(judgeSiblings(files).mistakes).toEqual([
    expect.stringContaining('ende is not in the English file'),
    expect.stringContaining('chapter.de.yaml does not fit'),
  ])
})

it('a sibling of no file is a mistake', () => {
  const files = { ...current(), [`${folder}/steps.de.yaml`]: siblingYaml('- title: Eins\n') }
  expect(judgeSiblings(files).mistakes).toEqual([expect.stringContaining('has no English file with words')])
})

it('a sibling that its lesson’s schema refuses is a mistake', () => {
  const summary = `summary: ${'lang '.repeat(40)}`
  const files = current()
  const path = `${folder}/lesson.de.mdx`
  expect(
    judgeSiblings({ ...files, [path]: files[path]!.replace(/^summary: .*$/m, summary) }).mistakes,
  ).toEqual([expect.stringContaining('summary')])
})

it('a fact that only one of both has is a mistake', () => {
  const files = current({
    'duties.yaml': 'end: Line 12 calls `kfree()`, of 4,096 bytes.\n',
    'duties.de.yaml': siblingYaml('end: Zeile 13 ruft `kfree` auf, für 4.096 Bytes.\n'),
  })
  expect(judgeSiblings(files).mistakes.map((line) => line.slice(folder.length + 1))).toEqual([
    'duties.de.yaml: end lacks `kfree()`',
    'duties.de.yaml: end lacks 12',
    'duties.de.yaml: end has `kfree`, which the English text has not',
    'duties.de.yaml: end has 13, which the English text has not',
  ])
})

const word = (means: string) =>
  `exceptions: []\nwords:\n  - { word: box, shown: '\`Box\`', means: ${means} }\n`
const words = { 'words.de.yaml': 'texts: { Owns it.: Besitzt es. }\nforms: { box: [Boxen] }\n' }

it('words of the course are judged one by one: what is new is missing, what is gone is told, and neither is a mistake', () => {
  const files = { ...current(), ...words }
  expect(judgeSiblings({ ...files, 'words.yaml': word('Owns it.') })).toMatchObject({
    mistakes: [],
    words: [{ language: 'de', missing: [], stray: [] }],
  })
  expect(judgeSiblings({ ...files, 'words.yaml': word('Owns one.') })).toMatchObject({
    mistakes: [],
    words: [{ missing: ['Owns one.'], stray: ['Owns it.'] }],
  })
})
