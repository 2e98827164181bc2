import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { nameOf } from '../source/source.ts'

interface Named {
  names: Record<string, string>
}

/** Gives a diagnostic the user's own names of its files. */
export function nameSpans(diagnostic: Diagnostic, program: Named): Diagnostic {
  const name = (spans: Span[]) => spans.map((span) => ({ ...span, file: nameOf(program, span.file) }))
  return {
    ...diagnostic,
    spans: name(diagnostic.spans),
    children: diagnostic.children.map((child) => ({ ...child, spans: name(child.spans) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: name([edit.span])[0]! })),
    })),
    ...(diagnostic.rendered !== undefined && { rendered: nameRendered(diagnostic.rendered, program) }),
  }
}

/** The same for the text that rustc prints. */
export function nameRendered(text: string, program: Named): string {
  return text.replaceAll(
    /^( *(?:-->|:::) )([\w./-]+)(?=:\d+:\d+$)/gm,
    (_, before: string, file: string) => before + nameOf(program, file),
  )
}
