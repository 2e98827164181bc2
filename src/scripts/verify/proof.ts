/** One thing that is claimed of a lesson; if it does not hold, `mistake` names the file and the next step. */
export interface Proof {
  claim: string
  mistake?: string
}

/** Makes a proof, which holds unless there is a mistake. */
export function toProof(claim: string, mistake: string | undefined | false): Proof {
  return mistake ? { claim, mistake } : { claim }
}
