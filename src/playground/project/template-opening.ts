import { msg } from '#i18n/t.ts'
import type { Fold, Opening } from '../program/place-folds.ts'
import { templates } from './templates.ts'

/** Of a template's file what it begins with is folded; a file that somebody wrote is shown whole. */
export function openingOf(file: string, text: string): Opening {
  const isGiven = templates.some(({ project }) => project.files[file] === text)
  return { duties: [], folds: isGiven ? foldsOf(text.split('\n')) : [], line: 1 }
}

/** Fewer lines are not worth a click. */
const fewest = 3

function foldsOf(lines: string[]): Fold[] {
  return [
    { title: msg('includes'), ...runOf(lines, /^#include /, /^#include /) },
    { title: msg('imports'), ...runOf(lines, /^use /, /^(use .*|\});$/) },
  ].filter(({ from, to }) => from > 0 && to - from + 1 >= fewest)
}

/** From the first line that begins what is folded to the last that ends it; both 0 where there is none. */
function runOf(lines: string[], first: RegExp, last: RegExp) {
  const from = lines.findIndex((line) => first.test(line)) + 1
  if (from === 0) return { from, to: 0 }
  const end = lines.findIndex(
    (line, index) => index >= from - 1 && last.test(line) && !first.test(lines[index + 1] ?? ''),
  )
  return { from, to: end + 1 }
}
