import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import { compare, type Comparison } from './compare.ts'
import type { TextMessage } from './read-text.ts'

/** Compares the texts of all messages of a run with all diagnostics of it, in their order. */
export function compareAll(texts: TextMessage[], diagnostics: Diagnostic[], files: SourceFiles): Comparison {
  const all = texts.map((text, index) => compare(text, diagnostics[index]!, files))
  return {
    differences: all.flatMap(({ differences }, index) =>
      differences.length === 0 ? [] : [`in «${texts[index]!.message.split('\n')[0]}»`, ...differences],
    ),
    rules: all.flatMap(({ rules }) => rules),
  }
}
