import type { KtapTest } from '#course/ktap/parse-ktap.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { CheckLine } from './check-line.tsx'
import { LineLink } from './line-link.tsx'
import { Verdict } from './verdict.tsx'

/** One test of which a kernel or a program told, by its name; of one that failed what was said, and the line. */
export function KtapVerdict({ program, test }: { program: ProgramSession; test: KtapTest }) {
  const { name, result, messages } = test
  const says = name.replaceAll('_', ' ')
  if (result === 'skipped') return <Verdict holds="open" says={`${says}: ${t('skipped')}`} />
  if (result === 'ok') return <Verdict holds={true} says={says} />
  return (
    <Verdict holds={false} says={says}>
      {' '}
      <Place {...{ program, test }} />
      {messages.length > 0 && (
        <pre class="wb-console" tabIndex={0} aria-label={t('What the test «{name}» said', { name: says })}>
          {messages.join('\n')}
        </pre>
      )}
    </Verdict>
  )
}

function Place({ program, test: { place } }: { program: ProgramSession; test: KtapTest }) {
  if (!place) return null
  if (place.file === program.file) return <LineLink program={program} at={{ line: place.line, column: 1 }} />
  if (place.file === 'kunit.rs') return <CheckLine file="check/kunit.rs" line={place.line} />
  return <span>{t('{file} line {line}', { file: place.file, line: place.line })}</span>
}
