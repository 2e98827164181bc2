import { expect, it } from 'vitest'
import { placeFolds } from '#playground/program/place-folds.ts'

const given = 'use a;\nuse b;\n\nfn main() {}\n'
const folds = [{ title: 'imports', from: 1, to: 2 }]

it('folds follow their lines in a text that was edited around them', () => {
  const text = `// mine\n${given}fn more() {}\n`
  expect(placeFolds(folds, given, text)).toEqual([{ title: 'imports', from: 2, to: 3 }])
})

it('what was edited itself is not folded', () => {
  expect(placeFolds(folds, given, given.replace('use b', 'use c'))).toEqual([])
})
