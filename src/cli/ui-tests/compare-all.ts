import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { compare, type Comparison } from './compare.ts'
import { readText } from './read-text.ts'

/** Compares all texts of a run with all diagnostics of it, in their order. */
export function compareAll(rendered: string[], diagnostics: Diagnostic[], files: SourceFiles): Comparison {
  const texts = rendered.filter((text) => !isSummary(text)).map(readText)
  if (texts.length !== diagnostics.length)
    return { differences: [`rustc says: ${texts.length} messages`, `we say:     ${diagnostics.length}`], rules: [] }
  const all = texts.map((text, index) => compare(text, diagnostics[index]!, files))
  return {
    differences: all.flatMap(({ differences }, index) =>
      differences.length === 0 ? [] : [`in «${texts[index]!.message.split('\n')[0]}»`, ...differences],
    ),
    rules: all.flatMap(({ rules }) => rules),
  }
}

/** How many errors there were, and where to read more: a service has other ways to say so. */
function isSummary(text: string): boolean {
  return (
    /^(error: aborting due to .*|warning: \d+ warnings? emitted)\n*$/.test(text) ||
    /^(For more information about |Some errors have detailed explanations: )/.test(text)
  )
}
