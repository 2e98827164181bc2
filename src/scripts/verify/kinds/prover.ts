import type { KindName } from '#course/kinds/kinds.ts'
import type { LessonOf } from '#course/lesson.ts'
import type { CommonRecord } from '#course/parts.ts'
import type { Proof } from '../proof.ts'
import type { LessonText } from '../read-lesson-text.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'

/** Proves what the lessons of a kind claim beyond what every lesson does. */
export type Prover<Kind extends KindName> = (
  runner: LessonRunner,
  lesson: LessonOf<Kind>,
  text: LessonText,
) => Promise<ProvenParts>

/** What holds of the parts of a lesson, and what is to be recorded of them. */
export interface ProvenParts {
  proofs: Proof[]
  record: Pick<CommonRecord, 'toolchain'>
}
