import { t, tn } from '#i18n/t.ts'
import type { TaskReport } from '../../exercise/check-task.ts'
import type { TaskState } from '../../exercise/open-task.ts'
import { RecordedNote } from './recorded-note.tsx'
import { Failure } from './failure.tsx'

/** What came of the last try of a task, beside its button. */
export function TaskResult({ state }: { state: TaskState }) {
  return (
    <div class="task-result" role="status">
      {state.kind === 'checking' && <p>{t('Building and running …')}</p>}
      {state.kind === 'checked' && <Report report={state.report} />}
      {state.kind === 'checked' && 'recorded' in state.report && (
        <RecordedNote recorded={state.report.recorded} button="Check" />
      )}
    </div>
  )
}

function Report({ report }: { report: TaskReport }) {
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
      return <Printed {...report} />
    case 'held':
      return <Held {...report} />
  }
}

function Printed({ solved, text, ending }: Extract<TaskReport, { kind: 'printed' }>) {
  const end = ending.kind === 'stopped' ? ` ${t('It did not come to its end.')}` : ''
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>
        {solved ? t('Solved. It prints:') : t('Not yet. It prints:') + end}
      </p>
      <pre class="task-output" tabIndex={0} aria-label={t('Output')}>
        {text.trimEnd() || t('(nothing)')}
      </pre>
    </>
  )
}

function Held({ solved, results }: Extract<TaskReport, { kind: 'held' }>) {
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>{solved ? t('Solved.') : t('Not yet.')}</p>
      <ul class="task-held">
        {results.map(({ expression, holds, output }) => (
          <li class={holds ? 'task-yes' : 'task-no'}>
            <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
            <span class="visually-hidden">{holds ? t('holds') : t('does not hold')}: </span>{' '}
            <code>{expression}</code>
            {!holds && output && <pre class="task-output">{output}</pre>}
          </li>
        ))}
      </ul>
    </>
  )
}
