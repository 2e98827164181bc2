import { render } from 'preact'
import type { Position } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import { loadExercise } from '../backends/load-exercise.ts'
import { openExercise, type OpenExercise } from '../exercise/open-exercise.ts'
import { BootConsole } from './panels/boot-console.tsx'
import type { ProgramSession } from '../program/program-session.ts'
import { describeCheck } from '../wording/describe-check.ts'
import './run-pair.css'

let opened: Promise<OpenExercise> | undefined

/** Runs one side of a lesson as it stands on the page, and shows in `foot` what becomes of it; resolves at its end. */
export async function runPair(slug: string, side: 'c' | 'rust', foot: HTMLElement): Promise<void> {
  opened ??= open(slug)
  const exercise = await opened.catch((error: unknown) => {
    opened = undefined
    foot.textContent = t('The exercise did not load. Press Run to try again.')
    throw error
  })
  const program = { ...exercise[side], goTo: ({ line }: Position) => pointAt(foot, line) }
  if (!foot.querySelector('[data-live]')) foot.replaceChildren()
  render(side === 'c' ? <Boot program={program} /> : <Refusal program={program} />, foot)
  if (side === 'c') await program.start()
  else program.checkAgain()
}

/** Under a name of its own: not what the reader may have saved of the lesson, but what the page shows. */
async function open(slug: string): Promise<OpenExercise> {
  return openExercise({ ...(await loadExercise(slug)), savedAs: 'home' }, { waits: true })
}

/** The code of the page is only read: a line of it lights up for a moment. */
function pointAt(foot: HTMLElement, line: number) {
  const row = foot.closest('.side')?.querySelector<HTMLElement>(`[data-line="${line}"]`)
  row?.closest('pre')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  row?.animate({ backgroundColor: ['var(--lit)', 'var(--lit)', 'transparent'] }, { duration: 2500 })
}

function Boot({ program }: { program: ProgramSession }) {
  const { run } = program
  return run.kind === 'boot' ? (
    <div class="live-console" data-live>
      <BootConsole program={program} boot={run.state.value} />
    </div>
  ) : null
}

function Refusal({ program }: { program: ProgramSession }) {
  const check = program.check.value
  const answer = check.kind === 'answered' && check.answer.kind === 'result' ? check.answer.result : undefined
  return (
    <p role="status" data-live>
      {describeCheck(program)}
      {answer && 'toolchain' in answer && (
        <span class="aside">
          {' '}
          {t('Just now, {toolchain}: {milliseconds} ms.', {
            toolchain: answer.toolchain,
            milliseconds: answer.milliseconds,
          })}
        </span>
      )}
    </p>
  )
}
