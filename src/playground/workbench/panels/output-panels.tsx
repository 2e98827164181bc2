import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { isOfRun } from '#story/diagnostic-source.ts'
import type { Story } from '#story/story.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { Measuring } from '../../exercise/measuring.ts'
import type { ExerciseSession } from '../../exercise/exercise-session.ts'
import type { ShellSession } from '../../program/shell-session.ts'
import type { Panel } from '../../program/view.ts'
import { useGoToResults } from '../use-go-to-results.ts'
import { ChecksPanel, countChecks, isOfOlderText, type NextLesson } from './checks-panel.tsx'
import { ConsolePanel } from './console-panel.tsx'
import { MeasuredSizes } from './measured-sizes.tsx'
import { ProblemList } from './problem-list.tsx'
import { ResultsDivider } from './divider.tsx'
import { HelpAsked } from './help.tsx'
import { Shell } from './shell.tsx'
import { type Tab, TabPanel, Tabs } from './tabs.tsx'
import './output-panels.css'

interface Props {
  program: ProgramSession
  /** The programs whose runs the console shows; else this one's. */
  sides?: ProgramSession[]
  /** Where the exercise is solved, if there is one. */
  solvedOn?: ProgramSession
  session?: ExerciseSession
  measuring?: Measuring | undefined
  next?: NextLesson
  /** One more panel, behind the others. */
  more?: { tab: Tab; panel: ComponentChildren } | undefined
}

/** Below the editor: problems, console and, of an exercise, its checks; a hint stands beside what failed. */
export function OutputPanels(props: Props) {
  const { program, sides = [program], solvedOn = program, session, measuring, next, more } = props
  const driver = useDriver(program)
  const tabs = [
    ...toTabs(program, { driver, checked: session && { session, solvedOn } }),
    ...(more ? [more.tab] : []),
  ]
  const chosen = tabs.some(({ id }) => id === program.panel.value) ? program.panel.value : 'problems'
  const element = useRef<HTMLDivElement>(null)
  useGoToResults(element, { program, sides, session })
  return (
    <div ref={element} class="wb-output">
      <ResultsDivider />
      <div class="wb-bar">
        <Tabs
          tabs={tabs}
          chosen={chosen}
          choose={(id) => ((program.help.value = undefined), (program.panel.value = id as Panel))}
          label={t('Results')}
          prefix="wb-output"
        />
        {session && <HintButton program={program} session={session} />}
      </div>
      <div class="wb-panels">
        <TabPanel id="problems" prefix="wb-output" isShown={chosen === 'problems'}>
          <ProblemList program={program} />
        </TabPanel>
        <TabPanel id="console" prefix="wb-output" isShown={chosen === 'console'}>
          <ConsolePanel key={sides.map(({ file }) => file).join()} sides={sides} />
        </TabPanel>
        {driver?.shell && (
          <TabPanel id="shell" prefix="wb-output" isShown={chosen === 'shell'}>
            <Shell program={driver} shell={driver.shell} isShown={chosen === 'shell'} />
          </TabPanel>
        )}
        {session && (
          <TabPanel id="checks" prefix="wb-output" isShown={chosen === 'checks'}>
            <ChecksPanel program={solvedOn} session={session} {...(next && { next })} />
            {measuring && (
              <MeasuredSizes
                measuring={measuring}
                recorded={session.exercise.recorded?.sizes}
                isChecking={session.checks.value.kind === 'checking'}
              />
            )}
          </TabPanel>
        )}
        {more && (
          <TabPanel id={more.tab.id} prefix="wb-output" isShown={chosen === more.tab.id}>
            {more.panel}
          </TabPanel>
        )}
        <HelpAsked program={solvedOn} session={session} />
      </div>
    </div>
  )
}

/** The driver in sight, else the one that was last: beside a program in user space its shell goes on. */
function useDriver(program: ProgramSession): ProgramSession | undefined {
  const last = useRef<ProgramSession>()
  if (program.shell) last.current = program
  return last.current
}

function HintButton({ program, session }: { program: ProgramSession; session: ExerciseSession }) {
  const { help } = program
  const isOpen = help.value?.kind === 'hints'
  const toggle = () => (isOpen ? (help.value = undefined) : showHints(program, session))
  return (
    <button type="button" class="wb-button" aria-expanded={isOpen} onClick={toggle}>
      {t('Hint')}
    </button>
  )
}

/** Brings the hints taken so far into sight, at least the first. */
export function showHints({ help }: ProgramSession, { hints }: ExerciseSession) {
  hints.value = Math.max(hints.peek(), 1)
  help.value = { kind: 'hints' }
}

/** An exercise, and the program that solves it. */
interface Checked {
  session: ExerciseSession
  solvedOn: ProgramSession
}

interface Beside {
  driver: ProgramSession | undefined
  checked: Checked | undefined
}

function toTabs(program: ProgramSession, { driver, checked }: Beside): Tab[] {
  const problems = program.navigator.stories.value.filter(isProblem).length
  return [
    { id: 'problems', title: t('Problems'), mark: toProblemMark(program, problems) },
    { id: 'console', title: t('Console') },
    ...(driver?.shell && hasShell(program, driver.shell)
      ? [{ id: 'shell', title: t('Shell'), ...toShellMark(driver.shell) }]
      : []),
    ...(checked ? [{ id: 'checks', title: t('Checks'), ...toCheckMark(checked) }] : []),
  ]
}

/** A note that says how much more there is counts for nothing. */
function isProblem({ source, severity }: Story): boolean {
  return isOfRun(source) || severity === 'error' || severity === 'warning'
}

function toProblemMark(program: ProgramSession, problems: number): string {
  const state = program.check.value
  if (state.kind !== 'answered') return state.kind === 'checking' ? '…' : '?'
  if (state.answer.kind !== 'result' || state.answer.result.outcome === 'stopped') return '?'
  return problems === 0 && state.answer.result.outcome === 'accepted' ? '✓' : String(problems)
}

/** A program in user space has none of its own. */
function hasShell(program: ProgramSession, { isOn }: ShellSession): boolean {
  return program.shell !== undefined || isOn.value
}

function toShellMark({ isOn }: ShellSession): { mark?: string } {
  return isOn.value ? { mark: '●' } : {}
}

/** What came of another text counts for nothing. */
function toCheckMark({ session: { checks, solved }, solvedOn }: Checked): { mark?: string } {
  const state = checks.value
  if (state.kind !== 'checked') return solved.value ? { mark: '✓' } : {}
  if (isOfOlderText(state, solvedOn)) return { mark: '?' }
  if (state.report.kind !== 'report') return {}
  const { held, all } = countChecks(state.report)
  return { mark: state.report.refused.length > 0 ? '✗' : `${held}/${all}` }
}
