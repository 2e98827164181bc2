import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Span } from '#protocol/diagnostic.ts'
import { toPlaceSpan } from '../kernel-log/place-span.ts'
import { capDiagnostics } from '#compiler-output/cap-diagnostics.ts'
import { takeLines } from '#compiler-output/take-lines.ts'
import { toSourceLines, type SourceLines } from '#compiler-output/rustc-json/source-lines.ts'

/** What the linker says of the parts of a module, such as that two of them have the same symbol, and where. */
export function toLinkerErrors(stderr: string, files: SourceFiles): Diagnostic[] {
  const { lines, hasMore } = takeLines(stderr)
  const sources = toSourceLines(files)
  const errors: Diagnostic[] = []
  for (const line of lines) {
    if (line.startsWith(errorPrefix)) errors.push(toLinkerError(line))
    else errors.at(-1)?.spans.push(...toDefinition(line, sources, errors.at(-1)!.spans))
  }
  return capDiagnostics(errors, { lines: hasMore })
}

const errorPrefix = 'ld.lld: error: '

function toLinkerError(line: string): Diagnostic {
  const message = line.slice(errorPrefix.length)
  return { severity: 'error', code: 'ld.lld', message, spans: [], children: [], fixes: [] }
}

/** `>>> defined at ring.c:5 (/work/ring.c:5)` */
function toDefinition(line: string, sources: SourceLines, earlier: Span[]): Span[] {
  const [, file, number] = definition.exec(line) ?? []
  const span = file && toPlaceSpan({ file, line: Number(number) }, sources)
  if (!span) return []
  const isFirst = earlier.length === 0
  return [{ ...span, primary: isFirst, label: isFirst ? 'defined here' : 'and defined here as well' }]
}

const definition = /^>>> defined at ([^\s:]{1,200}):(\d{1,9}) /
