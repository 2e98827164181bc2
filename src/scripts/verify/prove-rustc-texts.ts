import type { RustcTexts } from '#course/error-text.ts'
import type { RustcOwnTexts } from './explain-codes.ts'
import { type Proof, toProof } from './proof.ts'
import { findDifferences } from './prove-recorded.ts'

/** Proves that `errors/rustc.json` is what rustc says of its codes. */
export async function proveRustcTexts(rustc: RustcOwnTexts, recorded: RustcTexts): Promise<Proof> {
  const claim = 'errors/rustc.json is what rustc says'
  const next = 'Look whether that is meant; then npm run verify -- --record errors/rustc'
  const codes = Object.keys(recorded.codes)
  if (codes.length === 0) return toProof(claim, `errors/rustc.json is missing. ${next}`)
  const seen = { toolchain: rustc.toolchain, codes: await rustc.explain(codes) }
  const differences = findDifferences(recorded, seen).slice(0, 12)
  const mistake = `errors/rustc.json is not what rustc says:\n  ${differences.join('\n  ')}\n  ${next}`
  return toProof(claim, differences.length > 0 && mistake)
}
