import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { Bench } from '../../program/program-session.ts'
import { LineLink } from './line-link.tsx'

/** Diagnostics by their messages and where they are. */
export function Places({ bench, diagnostics }: { bench: Bench; diagnostics: Diagnostic[] }) {
  if (diagnostics.length === 0) return null
  return (
    <ul>
      {diagnostics.map((diagnostic, index) => (
        <li key={index}>
          {diagnostic.code && <code>{diagnostic.code}</code>} {diagnostic.message}{' '}
          <Place bench={bench} diagnostic={diagnostic} />
        </li>
      ))}
    </ul>
  )
}

function Place({ bench, diagnostic }: { bench: Bench; diagnostic: Diagnostic }) {
  const span = diagnostic.spans.find(({ primary }) => primary)
  if (!span) return null
  if (span.file === bench.file) return <LineLink bench={bench} at={span.start} />
  return <span>{`${span.file} line ${span.start.line}`}</span>
}
