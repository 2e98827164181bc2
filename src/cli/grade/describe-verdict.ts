import type { Verdict } from '../lesson/verdict.ts'
import { renderShort } from '../output/render-short.ts'

/** Says why something does not hold, with what the compiler says against it. */
export function describeVerdict({ name, why, diagnostics = [] }: Verdict): string {
  const told = diagnostics.map((diagnostic) => diagnostic.rendered ?? renderShort(diagnostic, { names: {} }))
  return [why ?? (told.length === 0 ? `It does not hold: ${name}.` : ''), ...told]
    .filter(Boolean)
    .join('\n\n')
}
