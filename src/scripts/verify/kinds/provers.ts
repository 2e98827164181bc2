import type { KindName } from '#course/kinds/kinds.ts'
import { proveDrill } from './drill/prove-drill.ts'
import { provePair } from './pair/prove-pair.ts'
import { provePort } from './port/prove-port.ts'
import type { Prover } from './prover.ts'

/** How the lessons of each kind are proven. */
export const provers: { [Kind in KindName]: Prover<Kind> } = {
  pair: provePair,
  drill: proveDrill,
  port: provePort,
}
