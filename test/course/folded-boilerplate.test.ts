import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readMarkers } from '#course/duties.ts'
import { root } from '#scripts/root.ts'

/** What each driver has, and says nothing of its lesson: from three lines on. */
const boilerplate = [
  /^#include .*(?:\n#include .*){2,}/gm,
  /^use kernel::\{(?:\n.*){2,}?\n\};/gm,
  /^module! \{(?:\n(?!    params).*)+?\n\}/gm,
]
const drivers = globSync('lessons/*/*/{c,start}/driver.{c,rs}', { cwd: root })

it.for(drivers)('%s has its boilerplate folded, unless it carries a duty', (path) => {
  const { text, folds, duties } = readMarkers(readFileSync(join(root, path), 'utf8'))
  const marked = duties.flatMap(({ lines }) => lines)
  const left = boilerplate
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(({ 0: block, index }) => toRange(text, index, block))
    .filter(({ from, to }) => !folds.some((fold) => fold.from <= from && to <= fold.to))
    .filter(({ from, to }) => !marked.some((line) => from <= line && line <= to))
  expect(left).toEqual([])
})

function toRange(text: string, index: number, block: string) {
  const from = text.slice(0, index).split('\n').length
  return { from, to: from + block.split('\n').length - 1 }
}
