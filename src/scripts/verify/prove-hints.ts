import type { ExerciseLesson, Lesson } from '#course/lesson.ts'
import { type Proof, toProof } from './proof.ts'

/** Proves that whatever the start and the known wrong answers give has a first hint of its own. */
export function proveHints({ folder, exercise: { hints } }: ExerciseLesson, seen: Set<string>): Proof[] {
  return [...seen].map((code) => {
    const mistake = `${folder}/hints.yaml has no first hint for ${code}, which the start or a wrong answer gives. Add one.`
    return toProof(`hint for ${code}`, !(code in hints.first) && mistake)
  })
}

/** Proves that the instructor's notes are more than a stub. */
export function proveNotes({ folder, notes }: Lesson): Proof {
  const mistake = `${folder}/notes.md is nearly empty. Say how long it takes, where people get stuck, and what to ask them.`
  return toProof('notes', notes.trim().length < 100 && mistake)
}
