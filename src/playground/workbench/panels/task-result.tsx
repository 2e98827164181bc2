import type { TaskReport } from '../../exercise/check-task.ts'
import type { TaskState } from '../../exercise/open-task.ts'
import { Failure } from './failure.tsx'

/** What came of the last try of a task, beside its button. */
export function TaskResult({ state }: { state: TaskState }) {
  return (
    <div class="task-result" role="status">
      {state.kind === 'checking' && <p>Building and running …</p>}
      {state.kind === 'checked' && <Report report={state.report} />}
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
      return <p>The compiler was stopped: the program asks too much of it.</p>
    case 'refused':
      return (
        <p class="task-no">
          rustc refuses it: {report.errors === 1 ? 'one error' : `${report.errors} errors`}.
        </p>
      )
    case 'printed':
      return <Printed {...report} />
    case 'held':
      return <Held {...report} />
  }
}

function Printed({ solved, text, ending }: Extract<TaskReport, { kind: 'printed' }>) {
  const end = ending.kind === 'stopped' ? ' It did not come to its end.' : ''
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>
        {solved ? 'Solved. It prints:' : `Not yet. It prints:${end}`}
      </p>
      <pre class="task-output" tabIndex={0} aria-label="Output">
        {text.trimEnd() || '(nothing)'}
      </pre>
    </>
  )
}

function Held({ solved, results }: Extract<TaskReport, { kind: 'held' }>) {
  return (
    <>
      <p class={solved ? 'task-yes' : 'task-no'}>{solved ? 'Solved.' : 'Not yet.'}</p>
      <ul class="task-held">
        {results.map(({ expression, holds, output }) => (
          <li class={holds ? 'task-yes' : 'task-no'}>
            <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
            <span class="visually-hidden">{holds ? 'holds: ' : 'does not hold: '}</span>{' '}
            <code>{expression}</code>
            {!holds && output && <pre class="task-output">{output}</pre>}
          </li>
        ))}
      </ul>
    </>
  )
}
