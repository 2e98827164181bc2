import type { Diagnostic } from '#protocol/diagnostic.ts'
import { storyOf } from '#protocol/story.ts'
import type { Bench } from '../bench.ts'
import type { CheckState } from '../check-loop.ts'
import { sayCount, sayNoResult, sayStoppedCompiler } from '../say.ts'
import { Explanation } from './explanation.tsx'
import { FixButtons } from './fix-buttons.tsx'
import { LineLink } from './line-link.tsx'
import { Phrase } from './phrase.tsx'

/** All that the compiler says of the program as an ordered list: the same as is drawn in the code. */
export function ProblemList({ bench }: { bench: Bench }) {
  const checking = bench.check.value.kind === 'checking'
  return (
    <>
      <p class="wb-status" role="status" aria-busy={checking}>
        {sayCheck(bench.check.value)}
      </p>
      {bench.check.value.kind === 'not asked' && (
        <button type="button" class="wb-button" onClick={bench.checkAgain}>
          Ask rustc
        </button>
      )}
      <RecordedNote state={bench.check.value} />
      <ol class="wb-problems" data-stale={checking || undefined}>
        {bench.diagnostics.value.map((diagnostic, index) => (
          <Problem key={`${index} ${diagnostic.message}`} bench={bench} diagnostic={diagnostic} />
        ))}
      </ol>
    </>
  )
}

function Problem({ bench, diagnostic }: { bench: Bench; diagnostic: Diagnostic }) {
  const { severity, code, message, children } = diagnostic
  const notes = children.filter(({ spans, message }) => spans.length === 0 && message)
  return (
    <li class={`wb-problem wb-${severity}`}>
      <p class="wb-problem-head">
        <span class="wb-severity">{severity}</span> {code && <code>{code}</code>} <Phrase text={message} />
      </p>
      <Steps bench={bench} diagnostic={diagnostic} />
      {notes.map((note) => (
        <p key={note.message} class="wb-note">
          <span class="wb-severity">{note.severity}</span> <Phrase text={note.message} />
        </p>
      ))}
      <FixButtons bench={bench} fixes={diagnostic.fixes} />
      {code && /^E\d{4}$/.test(code) && <Explanation code={code} />}
    </li>
  )
}

function Steps({ bench, diagnostic }: { bench: Bench; diagnostic: Diagnostic }) {
  const { steps } = storyOf([diagnostic], bench.file)
  return (
    <ol class="wb-steps">
      {steps.map((step, index) => (
        <li key={index} class={`wb-step-${step.kind}`}>
          <LineLink bench={bench} at={step} />
          <span>
            <Phrase text={step.kind === 'primary' ? sayPrimary(step.text, diagnostic) : step.text} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The message stands above the steps already. */
function sayPrimary(text: string, { message }: Diagnostic): string {
  return text === message ? 'here' : text.replace(`${message}: `, '')
}

function sayCheck(state: CheckState): string {
  if (state.kind === 'not asked')
    return 'Which line will rustc refuse, and why? Decide first, or begin to type.'
  if (state.kind === 'checking') return 'Checking…'
  const { answer } = state
  if (answer.kind !== 'result') return sayNoResult(answer)
  const { result } = answer
  if (result.outcome === 'stopped') return sayStoppedCompiler(result)
  const errors = result.diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning').length
  const counts = [errors && sayCount(errors, 'error'), warnings && sayCount(warnings, 'warning')].filter(
    Boolean,
  )
  return result.outcome === 'accepted'
    ? ['rustc accepts this program', ...counts].join('; ') + '.'
    : `rustc refuses this program: ${counts.join(', ')}.`
}

function RecordedNote({ state }: { state: CheckState }) {
  const recorded =
    state.kind === 'answered' && state.answer.kind === 'result' ? state.answer.recorded : undefined
  if (!recorded) return null
  return (
    <p class="wb-recorded">
      <strong>Recorded, {recorded.toolchain}.</strong> {sayNoResult(recorded.because)}
    </p>
  )
}
