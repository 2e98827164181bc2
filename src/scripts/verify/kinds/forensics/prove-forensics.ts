import { cutReport } from '#course/kinds/forensics/report-parts.ts'
import type { LessonOf } from '#course/lesson.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { reportsOf } from '#protocol/boot-events.ts'
import { proveConsoles } from '../../prove-consoles.ts'
import { proveExercise } from '../../prove-exercise.ts'
import { proveHints } from '../../prove-hints.ts'
import { type Proof, toProof } from '../../proof.ts'
import type { Prover } from '../prover.ts'

/** Proves that the C gives the report and the report has its parts, and that start, solution and wrong answers do what is said of them. */
export const proveForensics: Prover<'forensics'> = async (runner, lesson, text) => {
  const { proofs, record, seen } = await proveExercise(runner, lesson)
  return {
    proofs: [
      ...proofs,
      proveParts(lesson, record.boots.c),
      ...proveConsoles(lesson, text, record.boots),
      ...proveHints(lesson, seen),
    ],
    record,
  }
}

function proveParts({ folder, forensics }: LessonOf<'forensics'>, boot: RecordedBoot | undefined): Proof {
  const [report] = reportsOf(boot?.events ?? [])
  const { missing } = cutReport(report?.text ?? '', forensics.parts)
  const mistake = `${folder}/forensics.yaml: below the part before, the report has no line with «${missing?.at}»${missing?.to ? ` and after it «${missing.to}»` : ''}. Take words that every boot has:\n${report?.text ?? 'there is no report'}`
  return toProof('the report has its parts', missing && mistake)
}
