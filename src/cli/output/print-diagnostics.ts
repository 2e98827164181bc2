import type { Diagnostic } from '#protocol/diagnostic.ts'
import { storiesToText } from '#story/stories-to-text.ts'
import { toStories } from '#story/to-story.ts'
import { type DiagnosticSource } from '#story/diagnostic-source.ts'
import type { Context } from '../context.ts'
import { rootName, type Source } from '../source/source.ts'
import { colourRendered } from './colour-rendered.ts'
import { nameRendered, nameSpans } from './name-spans.ts'
import { renderDiagnostic } from './render-diagnostic.ts'
import { renderShort } from './render-short.ts'

/** Whom the diagnostics are from, and how they are shown. */
export interface Shown {
  by: DiagnosticSource
  /** As numbered steps with rails, on a terminal or not. */
  story?: boolean | undefined
  /** Lines of source to show around each. */
  around?: number
}

/** Prints what is said of a program, in the form that the user asked for. */
export function printDiagnostics(
  context: Context,
  source: Source,
  { diagnostics, ...shown }: Shown & { diagnostics: Diagnostic[] },
) {
  if (context.format === 'json')
    return diagnostics.forEach((diagnostic) =>
      context.printJson({ kind: 'diagnostic', ...nameSpans(diagnostic, source) }),
    )
  if (context.format === 'short')
    return diagnostics.forEach((diagnostic) => context.print(renderShort(diagnostic, source)))
  if (shown.story) return printStories(context, source, { diagnostics, ...shown })
  for (const diagnostic of diagnostics) {
    const rendered = diagnostic.rendered
      ? nameRendered(diagnostic.rendered, source)
      : renderDiagnostic(diagnostic, { ...source, ...(shown.around && { around: shown.around }) })
    context.print(`${colourRendered(rendered, context.style, addressesOf(context, source))}\n`)
  }
}

function printStories(
  { print }: Context,
  source: Source,
  { diagnostics, by }: Shown & { diagnostics: Diagnostic[] },
) {
  const text = source.files[source.root]!
  const stories = toStories({ file: source.root, source: by, diagnostics, text })
  if (stories.length === 0) return
  print(`${rootName(source)}:`)
  print(storiesToText(stories, text, { around: 2 }))
}

function addressesOf({ service, host }: Context, { names }: Source) {
  const own = new Set(Object.values(names))
  return {
    ofCode: (code: string) => (/^E\d{4}$/.test(code) ? `${service.site}/errors/${code}/` : undefined),
    ofFile: (name: string) => (own.has(name) ? host.files.addressOf(name) : undefined),
  }
}
