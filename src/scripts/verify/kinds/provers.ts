import type { KindName } from '#course/kinds/kinds.ts'
import { proveDrill } from './drill/prove-drill.ts'
import { proveForensics } from './forensics/prove-forensics.ts'
import { proveMeasure } from './measure/prove-measure.ts'
import { provePair } from './pair/prove-pair.ts'
import { provePort } from './port/prove-port.ts'
import type { Prover } from './prover.ts'
import { proveRecall } from './recall/prove-recall.ts'
import { proveReview } from './review/prove-review.ts'
import { proveWrongKind } from './wrong/prove-wrong-kind.ts'

/** How the lessons of each kind are proven. */
export const provers: { [Kind in KindName]: Prover<Kind> } = {
  pair: provePair,
  drill: proveDrill,
  port: provePort,
  wrong: proveWrongKind,
  recall: proveRecall,
  review: proveReview,
  project: provePort,
  forensics: proveForensics,
  measure: proveMeasure,
}
