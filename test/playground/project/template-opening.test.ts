import { expect, it } from 'vitest'
import { openingOf } from '#playground/project/template-opening.ts'
import { templates } from '#playground/project/templates.ts'

const { files } = templates.find(({ id }) => id === 'misc')!.project
const linesOf = (file: string) => {
  const [fold] = openingOf(file, files[file]!).folds
  return files[file]!.split('\n').slice(fold!.from - 1, fold!.to)
}

it('What a template includes is folded, to its last line', () => {
  expect(linesOf('driver.c').every((line) => line.startsWith('#include '))).toBe(true)
  expect(linesOf('driver.rs')).toEqual(expect.arrayContaining(['    prelude::*,', '};']))
  expect(linesOf('driver.rs').at(-1)).toBe('};')
})

it('Nothing is folded of a file that somebody changed, nor where there is next to nothing', () => {
  expect(openingOf('driver.c', `${files['driver.c']}\n`).folds).toEqual([])
  expect(openingOf('main.rs', templates[0]!.project.files['main.rs']!).folds).toEqual([])
})
