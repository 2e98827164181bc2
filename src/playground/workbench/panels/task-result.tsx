import { useEffect, useRef } from 'preact/hooks'
import { t, tn } from '#i18n/t.ts'
import type { TaskReport } from '../../exercise/check-task.ts'
import type { OpenTask } from '../../exercise/open-task.ts'
import { readTestFailure } from '../../exercise/test-failure.ts'
import { Compared } from './compared.tsx'
import { RecordedNote } from './recorded-note.tsx'
import { Failure } from './failure.tsx'
import './task-result.css'

interface Props {
  open: OpenTask
  /** What the program has to print. */
  prints?: string | undefined
}

/** What came of the last try of a task, beside its button; it is brought into sight, as a key may have asked for it. */
export function TaskResult({ open, prints = '' }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const state = open.state.value
  const isOlder = state.kind === 'checked' && state.text !== open.program.text.value
  useEffect(() => {
    if (state.kind === 'checked') element.current!.scrollIntoView({ block: 'nearest' })
  }, [state])
  return (
    <div ref={element} class={`task-result${isOlder ? ' is-older' : ''}`} role="status">
      {isOlder && (
        <p>
          {t('The code has changed since this check.')} {t('It said:')}
        </p>
      )}
      {state.kind === 'checking' && <p>{t('Building and running …')}</p>}
      {state.kind === 'checked' && <Report report={state.report} prints={prints} />}
      {state.kind === 'checked' && 'recorded' in state.report && (
        <RecordedNote recorded={state.report.recorded} button="Check" />
      )}
    </div>
  )
}

function Report({ report, prints }: { report: TaskReport; prints: string }) {
  switch (report.kind) {
    case 'no result':
      return (
        <p>
          <Failure failure={report.failure} button="Check" />
        </p>
      )
    case 'stopped':
      return <p>{t('The compiler was stopped: the program asks too much of it.')}</p>
    case 'refused':
      return (
        <p class="task-no">
          {tn('rustc refuses it: one error.', 'rustc refuses it: {count} errors.', { count: report.errors })}
        </p>
      )
    case 'printed':
      return <Printed {...report} prints={prints} />
    case 'held':
      return <Held {...report} />
  }
}

type Printed = Extract<TaskReport, { kind: 'printed' }>

function Printed({ solved, text, ending, prints }: Printed & { prints: string }) {
  const end = ending.kind === 'stopped' ? ` ${t('It did not come to its end.')}` : ''
  const output = <Output name={t('Output')} text={text} />
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>{solved ? t('Solved. It prints:') : t('Not yet.') + end}</p>
      {solved ? output : <Compared expected={<Output name={t('expected')} text={prints} />} got={output} />}
    </>
  )
}

function Output({ name, text }: { name: string; text: string }) {
  return (
    <pre class="task-output" tabIndex={0} aria-label={name}>
      {text.trimEnd() || t('(nothing)')}
    </pre>
  )
}

type Held = Extract<TaskReport, { kind: 'held' }>

/** What does not hold comes first. */
function Held({ solved, results }: Held) {
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>{solved ? t('Solved.') : t('Not yet.')}</p>
      <ul class="task-held">
        {results
          .toSorted((a, b) => Number(a.holds) - Number(b.holds))
          .map((result) => (
            <Expression key={result.expression} {...result} />
          ))}
      </ul>
    </>
  )
}

function Expression({ expression, holds, output }: Held['results'][number]) {
  return (
    <li class={holds ? 'task-yes' : 'task-no'}>
      <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
      <span class="visually-hidden">{holds ? t('holds') : t('does not hold')}: </span>{' '}
      <code>{expression}</code>
      {!holds && output && <WhyNot output={output} />}
    </li>
  )
}

function WhyNot({ output }: { output: string }) {
  const { message, expected, got } = readTestFailure(output)
  if (expected !== undefined && got !== undefined)
    return <Compared expected={<code>{expected}</code>} got={<code>{got}</code>} />
  // What is asserted stands above; where, in a file that the reader does not see.
  if (message?.startsWith('assertion failed: ')) return null
  return <pre class="task-output">{output}</pre>
}
