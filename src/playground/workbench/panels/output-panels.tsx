import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Story } from '#story/story.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import type { Panel } from '../../program/view.ts'
import { ChecksPanel, countChecks, type NextLesson } from './checks-panel.tsx'
import { ConsolePanel } from './console-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import { type Tab, TabPanel, Tabs } from './tabs.tsx'
import './output-panels.css'

interface Props {
  program: ProgramSession
  /** The programs whose runs the console shows; else this one's. */
  sides?: ProgramSession[]
  /** Where the exercise is solved, if there is one. */
  solvedOn?: ProgramSession
  session?: ExerciseSession
  next?: NextLesson
  /** The buttons beside the tabs. */
  children: ComponentChildren
}

/** Below the editor: problems, console and, of an exercise, its checks. */
export function OutputPanels({
  program,
  sides = [program],
  solvedOn = program,
  session,
  next,
  children,
}: Props) {
  const chosen = program.panel.value
  const element = useRef<HTMLDivElement>(null)
  const isOn = sides.some(({ run }) => run.isOn.value)
  useEffect(() => {
    if (isOn && isBelowCode()) element.current!.scrollIntoView()
  }, [isOn])
  return (
    <div ref={element} class="wb-output">
      <div class="wb-bar">
        <Tabs
          tabs={toTabs(program, session)}
          chosen={chosen}
          choose={(id) => (program.panel.value = id as Panel)}
          label="Results"
          prefix="wb-output"
        />
        <div class="wb-buttons">{children}</div>
      </div>
      <TabPanel id="problems" prefix="wb-output" chosen={chosen}>
        <ProblemList program={program} />
      </TabPanel>
      <TabPanel id="console" prefix="wb-output" chosen={chosen}>
        <ConsolePanel key={sides.map(({ file }) => file).join()} sides={sides} />
      </TabPanel>
      {session && (
        <TabPanel id="checks" prefix="wb-output" chosen={chosen}>
          <ChecksPanel program={solvedOn} session={session} {...(next && { next })} />
        </TabPanel>
      )}
    </div>
  )
}

/** Where the workbench is higher than the window, what comes of a run is out of sight. */
function isBelowCode(): boolean {
  return matchMedia('(max-width: 699px)').matches
}

function toTabs(program: ProgramSession, session: ExerciseSession | undefined): Tab[] {
  const problems = program.navigator.stories.value.filter(isProblem).length
  return [
    { id: 'problems', title: 'Problems', mark: toProblemMark(program, problems) },
    { id: 'console', title: 'Console' },
    ...(session ? [{ id: 'checks', title: 'Checks', ...toCheckMark(session) }] : []),
  ]
}

/** A note that says how much more there is counts for nothing. */
function isProblem({ source, severity }: Story): boolean {
  return source === 'kernel' || severity === 'error' || severity === 'warning'
}

function toProblemMark(program: ProgramSession, problems: number): string {
  const state = program.check.value
  if (state.kind !== 'answered') return state.kind === 'checking' ? '…' : '?'
  if (state.answer.kind !== 'result' || state.answer.result.outcome === 'stopped') return '?'
  return problems === 0 && state.answer.result.outcome === 'accepted' ? '✓' : String(problems)
}

function toCheckMark({ checks, solved }: ExerciseSession): { mark?: string } {
  const state = checks.value
  if (state.kind === 'checked' && state.report.kind === 'report') {
    const { held, all } = countChecks(state.report)
    return { mark: state.report.refused.length > 0 ? '✗' : `${held}/${all}` }
  }
  return solved.value ? { mark: '✓' } : {}
}
