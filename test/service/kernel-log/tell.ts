import type { SourceFiles } from '#protocol/compile.ts'
import type { Span } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { LoggedReport } from '#service/kernel-log/logged-report.ts'

/** What was read of a log, for a reader of tests: of each text its ends. */
export function tellLogged(reports: LoggedReport[]): string {
  const told = reports.map(({ text, ...report }) => ({ ...report, text: tellEnds(text) }))
  return `${JSON.stringify(told, null, 2)}\n`
}

function tellEnds(text: string): string[] {
  const lines = text.split('\n')
  return [lines[0]!, `… ${lines.length} lines …`, lines.at(-1)!]
}

/** Reports with the very code that their spans cover. */
export function tellPlaced(reports: KernelReport[], files: SourceFiles): string {
  return reports
    .flatMap(({ kind, title, spans }) => [
      `${kind}: ${title}`,
      ...spans.map((span) => tellSpan(span, files)),
      '',
    ])
    .join('\n')
}

function tellSpan({ file, start, end, primary, label }: Span, files: SourceFiles): string {
  const code = files[file]!.split('\n')[start.line - 1]!.slice(start.column - 1, end.column - 1)
  return `  ${primary ? '^' : '-'} ${file}:${start.line}:${start.column} «${code}» ${label}`
}
