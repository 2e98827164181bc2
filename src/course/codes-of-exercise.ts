import type { Exercise } from './exercise.ts'

/** What refuses programs of an exercise: first what its start is refused with, then what known wrong answers give. */
export function codesOfExercise({ exercise }: { exercise: Exercise }): string[] {
  const byAnswer = Object.keys(exercise.wrong).map((name) => name.replace(/-.*/, ''))
  return [...new Set([exercise.expect, ...byAnswer])]
}
