import type { RecordedResult } from '#course/parts.ts'
import type { Proof } from '../proof.ts'

/** What holds of a task, and what the compiler says of the program that it shows, by lines of the snippet. */
export interface ProvenTask {
  proofs: Proof[]
  result?: RecordedResult
  toolchain?: string
}
