import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'

/** Asks for a program in a folder as if it stood alone: the service knows roots by their bare names. */
export function inFolder(client: CompileClient, folder: string): CompileClient {
  if (folder === '') return client
  return {
    async compile(request, signal) {
      const answer = await client.compile({ ...request, files: withoutFolder(request.files, folder) }, signal)
      return answer.kind === 'result' ? { ...answer, result: withFolder(answer.result, folder) } : answer
    },
  }
}

/** Takes the folder off the paths of files. */
export function withoutFolder(files: SourceFiles, folder: string): SourceFiles {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(folder.length), text]))
}

function withFolder(result: CompileResult, folder: string): CompileResult {
  if (result.outcome === 'stopped') return result
  const inside = (span: Span): Span => (span.external ? span : { ...span, file: folder + span.file })
  return { ...result, diagnostics: result.diagnostics.map((it) => withSpans(it, inside)) }
}

function withSpans(diagnostic: Diagnostic, inside: (span: Span) => Span): Diagnostic {
  return {
    ...diagnostic,
    spans: diagnostic.spans.map(inside),
    children: diagnostic.children.map((child) => ({ ...child, spans: child.spans.map(inside) })),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, text }) => ({ span: inside(span), text })),
    })),
  }
}
