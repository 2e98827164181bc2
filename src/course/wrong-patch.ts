import { applyPatch, createTwoFilesPatch } from 'diff'
import type { SourceFiles } from '#protocol/compile.ts'
import { CourseError } from './course-error.ts'

/** The programs that a wrong answer may differ from. */
export interface Bases {
  start: string
  solution: string
}

/** Writes the patch of a wrong answer: against the start or the solution, whichever is nearer. */
export function toWrongPatch(root: string, { start, solution }: Bases, wrong: string): string {
  const [fromStart, fromSolution] = [
    createTwoFilesPatch(`start/${root}`, `wrong/${root}`, start, wrong, '', '', { context: 3 }),
    createTwoFilesPatch(`solution/${root}`, `wrong/${root}`, solution, wrong, '', '', { context: 3 }),
  ] as const
  const patch = fromSolution.length <= fromStart.length ? fromSolution : fromStart
  return patch.replace(/^=+\n/, '')
}

/** Makes the program of a wrong answer that is a patch. Throws a `CourseError` where it does not fit. */
export function applyWrongPatch(path: string, patch: string, bases: Bases): string {
  const base = /^--- (start|solution)\//m.exec(patch)?.[1] as keyof Bases | undefined
  if (!base)
    throw new CourseError(
      `${path} does not say what it is a patch of. Begin it with «--- solution/…» or «--- start/…», or write it with npm run lesson -- close.`,
    )
  const wrong = applyPatch(bases[base], patch)
  if (wrong === false)
    throw new CourseError(
      `${path} does not fit the ${base} any more. Write the whole program as a .rs file, and npm run lesson -- close makes the patch again.`,
    )
  return wrong
}

/** Makes the C driver without its bug, of the patch that fixes it. Throws a `CourseError` where that does not fit. */
export function applyDriverFix(path: string, patch: string, driver: string): string {
  const fixed = applyPatch(driver, patch)
  if (fixed === false)
    throw new CourseError(
      `${path} does not fit c/driver.c without its markers. Write it again, with diff -u c/driver.c c/fixed.c.`,
    )
  return fixed
}

/** Gives wrong answers as whole programs, by their names with `.rs`; a `.patch` is applied. Throws `CourseError`. */
export function readWrongAnswers(folder: string, wrong: SourceFiles, bases: Bases): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wrong).map(([name, text]) =>
      name.endsWith('.patch')
        ? [name.replace(/patch$/, 'rs'), applyWrongPatch(`${folder}/wrong/${name}`, text, bases)]
        : [name, text],
    ),
  )
}
