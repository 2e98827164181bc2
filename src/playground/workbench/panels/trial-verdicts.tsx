import type { VNode } from 'preact'
import { type BootScript, parseBootScript } from '#course/boot-script.ts'
import type { Exercise } from '#course/exercise.ts'
import type { BootJudgement } from '#course/judge-boot.ts'
import { toCrash } from '#story/crash.ts'
import { tParts } from '#i18n/t-parts.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { Trial } from '../../exercise/check-report.ts'
import { addText, emptyConsole } from '../../program/console/console-text.ts'
import { inOrderOfFile } from '../../exercise/in-order-of-file.ts'
import { describeStop } from '../../wording/describe-stopped.ts'
import { CheckLine } from './check-line.tsx'
import { Compared } from './compared.tsx'
import { ConsoleLink } from './console-link.tsx'
import { Instead } from './instead.tsx'
import { Places } from './places.tsx'
import { SerialConsole } from './serial-console.tsx'
import { KtapVerdict } from './ktap-verdict.tsx'
import { TestVerdict } from './test-verdicts.tsx'
import { Verdict } from './verdict.tsx'

/** One check, whether it holds, and how it is shown. */
export interface Item {
  holds: boolean
  /** By which name a step of the lesson asks for it; absent where none does. */
  check?: string
  element: VNode
}

interface Props {
  exercise: Exercise
  program: ProgramSession
  trial: Trial
  /** rustc refuses the program itself. */
  refused: boolean
}

/** Each test by its name; of a boot each line that had to come, and that the kernel has nothing to report. */
export function toTrialItems({ exercise, program, trial, refused }: Props): Item[] {
  switch (trial.kind) {
    case 'none':
      return []
    case 'ran':
      return inOrderOfFile(trial.results, exercise.tests).map((result) => ({
        holds: result.passed,
        check: result.name,
        element: <TestVerdict key={result.name} {...{ program, result }} />,
      }))
    case 'booted':
      return toBootItems({ program, trial, script: toScript(exercise) })
    case 'not built':
      return refused ? [] : [{ holds: false, element: <NotBuilt key="built" {...{ program, trial }} /> }]
  }
}

function NotBuilt({
  program,
  trial,
}: {
  program: ProgramSession
  trial: Extract<Trial, { kind: 'not built' }>
}) {
  return (
    <Verdict holds={false} says={notBuiltInWords[program.run.kind]()}>
      <Places program={program} diagnostics={trial.diagnostics} />
    </Verdict>
  )
}

/** Whether each of them holds. */
export function verdictsOf(trial: Trial): boolean[] {
  switch (trial.kind) {
    case 'none':
      return []
    case 'ran':
      return trial.results.map(({ passed }) => passed)
    case 'booted':
      return verdictsOfBoot(trial.judgement)
    case 'not built':
      return [false]
  }
}

const notBuiltInWords = {
  program: () => t('the program compiles together with the tests'),
  boot: () => t('the driver becomes a module'),
}

type Boot = Extract<Trial, { kind: 'booted' }>

function verdictsOfBoot({ expected, asked, tests, isQuiet }: BootJudgement): boolean[] {
  return [
    ...expected.map(({ line }) => line !== undefined),
    ...asked.map(({ holds }) => holds),
    ...tests.map(({ result }) => result !== 'failed'),
    isQuiet,
  ]
}

/** The reader's own boot.sh has no lines to be shown. */
function toScript({ checkScript }: Exercise): BootScript | undefined {
  return checkScript === undefined ? undefined : parseBootScript(checkScript)
}

interface BootProps {
  program: ProgramSession
  trial: Boot
  script: BootScript | undefined
}

function toBootItems({ program, trial, script }: BootProps): Item[] {
  const { expected, asked, tests, unasked, isQuiet } = trial.judgement
  return [
    ...expected.map((expected, index) => ({
      holds: expected.line !== undefined,
      check: expected.text,
      element: <Expected key={index} onLine={script?.lines[index]?.onLine} {...{ trial, index }} />,
    })),
    ...asked.map(({ says, holds }, index) => ({
      holds,
      element: (
        <Verdict key={`asked ${says}`} {...{ holds, says }}>
          {!holds && <OnLine line={script?.asks[index]?.onLine} />}
        </Verdict>
      ),
    })),
    ...tests.map((test, index) => ({
      holds: test.result !== 'failed',
      check: test.name,
      element: <KtapVerdict key={`test ${index}`} {...{ program, test }} />,
    })),
    {
      holds: isQuiet,
      element: (
        <Verdict key="quiet" holds={isQuiet} says={describeQuiet(trial)}>
          <Places program={program} diagnostics={unasked.map(toCrash)} />
          {unasked[0] && <ConsoleLink text={unasked[0].title} />}
        </Verdict>
      ),
    },
  ]
}

/** Where the script of the check asks it. */
function OnLine({ line }: { line: number | undefined }) {
  return line === undefined ? null : (
    <>
      {' '}
      <CheckLine file="check/boot.sh" line={line} />
    </>
  )
}

interface ExpectedProps {
  trial: Boot
  index: number
  onLine: number | undefined
}

/** A line that had to come, or what came instead. */
function Expected({ trial, index, onLine }: ExpectedProps) {
  const { expected } = trial.judgement
  const { text, by, line } = expected[index]!
  const isRepeated = expected.slice(0, index).some((before) => before.text === text)
  return (
    <Verdict holds={line !== undefined} says="">
      <Wanted {...{ text, by, isRepeated }} />{' '}
      {line === undefined ? <OnLine line={onLine} /> : <ConsoleLink text={line} isGood />}
      {line === undefined && (
        <Compared expected={<code>{text}</code>} got={<Instead of={expected[index]!} />} />
      )}
    </Verdict>
  )
}

interface Wanted {
  text: string
  /** The command that has to print it; undefined where any may. */
  by: string | undefined
  isRepeated: boolean
}

function Wanted({ text, by: command = '', isRepeated }: Wanted) {
  const values = { command, text: <code>{text}</code> }
  if (command === '')
    return isRepeated
      ? tParts('the console shows {text} again', values)
      : tParts('the console shows {text}', values)
  return isRepeated
    ? tParts('«{command}» prints {text} again', values)
    : tParts('«{command}» prints {text}', values)
}

/** The console of a boot in which something had to come and did not, or that was asked for. */
export function TrialConsole({ program, trial }: { program: ProgramSession; trial: Trial }) {
  if (trial.kind !== 'booted') return null
  return (
    <div class="wb-checks-console">
      <SerialConsole
        program={program}
        log={{ console: addText(emptyConsole, trial.console), reports: trial.reports }}
      />
    </div>
  )
}

function describeQuiet({ ending, judgement }: Boot): string {
  const isAsked = judgement.asked.some(({ ask }) => ask.kind === 'report' && ask.comes)
  if (ending === 'clean' || ending === 'reported' || judgement.isQuiet)
    return isAsked ? t('the kernel reports nothing else') : t('the kernel has nothing to report')
  return `${t('the script runs to its end.')} ${ending === 'panicked' ? t('The kernel died.') : describeStop(ending)}`
}
