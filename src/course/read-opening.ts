import { diffLines } from 'diff'
import { CourseError } from './course-error.ts'
import { type Fold, readMarkers } from './duties.ts'
import type { Opening } from './exercise.ts'
import { need } from './read-file.ts'

/**
 * What is folded, and the first line that carries a duty: there is what the lesson is about.
 * Where none does, the first line below the boilerplate that the solution changes; without a solution the first one below it.
 */
export function readOpening(files: Record<string, string>, path: string, solution?: string): Opening {
  const { text, folds, duties, mistakes } = readMarkers(need(files, path))
  if (mistakes.length > 0) throw new CourseError(`${path}: ${mistakes.join(' ')}`)
  const lines = duties.flatMap((duty) => duty.lines)
  return { duties, folds, line: lines.length > 0 ? Math.min(...lines) : firstOfWork(text, folds, solution) }
}

function firstOfWork(text: string, folds: Fold[], solution: string | undefined): number {
  const below = firstOfProgram(text, folds)
  const changed = solution === undefined ? [] : linesToChange(text, solution)
  return changed.find((line) => line >= below && !isFolded(folds, line)) ?? below
}

/** The lines (from 1) that the solution has not; an attribute goes with what it stands above. */
function linesToChange(text: string, solution: string): number[] {
  const lines = diffLines(text, solution)
    .filter(({ added }) => !added)
    .flatMap(({ removed, value }) => linesOf(value).map((line) => removed && !/^\s*(#\[.*)?\n?$/.test(line)))
  return lines.flatMap((isChanged, index) => (isChanged ? [index + 1] : []))
}

const linesOf = (text: string): string[] => text.match(/.*\n|.+$/g) ?? []

/** Neither folded nor blank nor in the comment at the head of the file. */
function firstOfProgram(text: string, folds: Fold[]): number {
  const isHead = (line: string, at: number) => /^$|^\/\/!|^\/\/ |^\/\*|^ \*/.test(line) || isFolded(folds, at)
  const index = text.split('\n').findIndex((line, index) => !isHead(line, index + 1))
  return 1 + Math.max(0, index)
}

function isFolded(folds: Fold[], line: number): boolean {
  return folds.some(({ from, to }) => from <= line && line <= to)
}
