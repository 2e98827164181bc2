import type { ProgramSession } from '../../program/program-session.ts'
import type { RunState } from '../../program/run-session.ts'
import { describeEnding, describeFailure, describeStoppedCompiler } from '../../wording/describe-answer.ts'
import { LinkedOutput } from './linked-output.tsx'
import './program-console.css'

/** What a program wrote that ran in the browser, and how it ended. */
export function ProgramConsole({ program, run }: { program: ProgramSession; run: RunState }) {
  const outputs = run.kind === 'running' || run.kind === 'ended' ? run.outputs : []
  return (
    <>
      {outputs.length > 0 && (
        <pre class="wb-console" tabIndex={0} aria-label="Output of the program">
          {outputs.map(({ stream, text }, index) => (
            <span key={index} class={`wb-${stream}`}>
              <LinkedOutput program={program} text={text} />
            </span>
          ))}
        </pre>
      )}
      <p class={`wb-status wb-run-${toTone(run)}`} role="status">
        {describeRun(run)}
      </p>
    </>
  )
}

function toTone(run: RunState): 'calm' | 'failed' {
  if (run.kind === 'not built') return 'failed'
  return run.kind === 'ended' && !(run.ending.kind === 'exited' && run.ending.code === 0) ? 'failed' : 'calm'
}

function describeRun(run: RunState): string {
  switch (run.kind) {
    case 'not yet':
      return 'Run builds the program and runs it here, in your browser.'
    case 'building':
      return 'Building…'
    case 'running':
      return 'Running…'
    case 'ended':
      return describeEnding(run.ending)
    case 'not built':
      return describeNotBuilt(run.built)
  }
}

function describeNotBuilt(built: Extract<RunState, { kind: 'not built' }>['built']): string {
  if (built.kind === 'no result') return describeFailure(built.failure, 'Run')
  if (built.result.outcome === 'stopped') return describeStoppedCompiler(built.result)
  return 'rustc refuses the program, so there is nothing to run. See Problems.'
}
