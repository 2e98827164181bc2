import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { RunState } from '../../program/run-session.ts'
import { describeRefusedBefore, describeRun, isLimit } from '../../wording/describe-run.ts'
import { Failure, isWaiting } from './failure.tsx'
import { InputField } from './input-field.tsx'
import { InputPrompt } from './input-prompt.tsx'
import { LinkedOutput } from './linked-output.tsx'
import { Phrase } from './phrase.tsx'
import { RecordedNote } from './recorded-note.tsx'
import { StepPlace } from './step-place.tsx'
import { WhereButton } from './where-button.tsx'
import { TestVerdict } from './test-verdicts.tsx'
import './program-console.css'

/** What a program wrote that ran in the browser, what may be typed for it, and how it ended; or what came of its tests. */
export function ProgramConsole({ program, run }: { program: ProgramSession; run: RunState }) {
  const outputs = run.kind === 'running' || run.kind === 'ended' ? run.outputs : []
  return (
    <>
      <InputField program={program} />
      {outputs.length > 0 && (
        <pre class="wb-console" tabIndex={0} aria-label={t('Output of the program')}>
          {outputs.map(({ stream, text }, index) => (
            <span key={index} class={`wb-${stream}`}>
              <LinkedOutput program={program} text={text} />
            </span>
          ))}
        </pre>
      )}
      {run.kind === 'running' && run.answer && <InputPrompt answer={run.answer} />}
      <p class={`wb-status wb-run-${program.wasRefused.value ? 'calm' : toTone(run)}`} role="status">
        {run.kind === 'ended' && <FaultPlace program={program} />}
        {program.wasRefused.value ? describeRefusedBefore() : <HowFar run={run} />}
      </p>
      {run.kind === 'ended' && <RecordedNote recorded={run.recorded} button="Run" />}
      {run.kind === 'tested' && (
        <ul class="wb-checks">
          {run.results.map((result, index) => (
            <TestVerdict key={`${index} ${result.name}`} {...{ program, result }} />
          ))}
        </ul>
      )}
    </>
  )
}

function HowFar({ run }: { run: RunState }) {
  if (run.kind === 'not built' && run.built.kind === 'no result')
    return <Failure failure={run.built.failure} button="Run" />
  return (
    <>
      <Phrase text={describeRun(run)} />
      {'elsewhere' in run && run.elsewhere !== undefined && (
        <>
          {' '}
          {t('It ran at {host}.', { host: run.elsewhere })} <WhereButton />
        </>
      )}
    </>
  )
}

/** The line on which the program died, while the text is as it was. */
function FaultPlace({ program }: { program: ProgramSession }) {
  if (program.found.value.length === 0) return null
  const step = program.navigator.stories.value[0]!.steps.findIndex(({ isPrimary }) => isPrimary)
  const found = program.navigator.stories.value[0]!.steps[step]
  if (!found) return null
  return (
    <>
      <StepPlace program={program} step={found} at={{ story: 0, step }} />{' '}
    </>
  )
}

/** What the browser does not have is not the reader's fault. */
function toTone(run: RunState): 'calm' | 'failed' | 'limit' {
  if (run.kind === 'not built')
    return run.built.kind === 'no result' && isWaiting(run.built.failure) ? 'calm' : 'failed'
  if (run.kind === 'ended' && run.ending.kind === 'stopped' && run.ending.reason === 'reader') return 'calm'
  if (run.kind === 'ended' && run.ending.kind === 'faulted' && isLimit(run.ending.fault, run.lines))
    return 'limit'
  if (run.kind === 'tested') return run.results.every(({ passed }) => passed) ? 'calm' : 'failed'
  return run.kind === 'ended' && !(run.ending.kind === 'exited' && run.ending.code === 0) ? 'failed' : 'calm'
}
