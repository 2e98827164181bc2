import type { Diagnostic } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { EnglishPhrase } from './in-english.tsx'
import { LineLink } from './line-link.tsx'

/** Diagnostics by their messages and where they are. */
export function Places({ program, diagnostics }: { program: ProgramSession; diagnostics: Diagnostic[] }) {
  if (diagnostics.length === 0) return null
  return (
    <ul>
      {diagnostics.map((diagnostic, index) => (
        <li key={index}>
          {diagnostic.code && <code>{diagnostic.code}</code>} <EnglishPhrase text={diagnostic.message} />{' '}
          <Place program={program} diagnostic={diagnostic} />
        </li>
      ))}
    </ul>
  )
}

function Place({ program, diagnostic }: { program: ProgramSession; diagnostic: Diagnostic }) {
  const span = diagnostic.spans.find(({ primary }) => primary)
  if (!span) return null
  if (span.file === program.file) return <LineLink program={program} at={span.start} />
  return <span>{t('{file} line {line}', { file: span.file, line: span.start.line })}</span>
}
