import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasExercise } from '#course/lesson.ts'
import { readCourse } from '#course/read-course.ts'
import { root } from '#scripts/root.ts'
import { readLessonFiles } from '#scripts/verify/read-lesson-files.ts'

const course = readCourse(await readLessonFiles(join(root, 'lessons')))
const withoutDuties = course
  .flatMap(({ lessons }) => lessons)
  .filter(hasExercise)
  .filter(({ exercise: { opening, root } }) => opening[root]!.duties.length === 0)

it.for(withoutDuties.map((lesson) => [lesson.number, lesson] as const))(
  '%s has no duties, and opens at the first line that its solution changes',
  ([, { exercise }]) => {
    const { line, folds } = exercise.opening[exercise.root]!
    const linesOf = (files: Record<string, string>) => files[exercise.root]!.split('\n')
    const [start, solution] = [linesOf(exercise.start), linesOf(exercise.solution)]
    const isFolded = folds.some(({ from, to }) => from <= line && line <= to)
    expect({ isFolded, text: start[line - 1] }).toEqual({
      isFolded: false,
      text: expect.stringMatching(/\S/),
    })
    expect(start[line - 1]).not.toMatch(/^\s*#\[/)
    expect(count(solution, start[line - 1]!)).toBeLessThan(count(start, start[line - 1]!))
  },
)

const count = (lines: string[], text: string) => lines.filter((line) => line === text).length
