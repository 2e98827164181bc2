import { toCrash } from '#story/crash.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import type { Trial } from '../../exercise/check-report.ts'
import { addText, emptyConsole } from '../../program/console/console-text.ts'
import type { TestResult } from '../../backends/runners/run-tests.ts'
import { stopped } from '../../wording/describe-boot.ts'
import { LinkedOutput } from './linked-output.tsx'
import { Places } from './places.tsx'
import { SerialConsole } from './serial-console.tsx'
import { Verdict } from './verdict.tsx'

interface Props {
  program: ProgramSession
  trial: Trial
  /** rustc refuses the program itself. */
  refused: boolean
}

/** Each test by its name; of a boot each line that had to come, and that the kernel has nothing to report. */
export function TrialVerdicts({ program, trial, refused }: Props) {
  switch (trial.kind) {
    case 'none':
      return null
    case 'ran':
      return trial.results.map((result) => <Test key={result.name} program={program} result={result} />)
    case 'booted':
      return <BootVerdicts program={program} trial={trial} />
    case 'not built':
      if (refused) return null
      return (
        <Verdict holds={false} says={notBuiltInWords[program.run.kind]}>
          <Places program={program} diagnostics={trial.diagnostics} />
        </Verdict>
      )
  }
}

/** Whether each of them holds. */
export function verdictsOf(trial: Trial): boolean[] {
  switch (trial.kind) {
    case 'none':
      return []
    case 'ran':
      return trial.results.map(({ passed }) => passed)
    case 'booted':
      return [...trial.expected.map(({ came }) => came), isQuiet(trial)]
    case 'not built':
      return [false]
  }
}

const notBuiltInWords = {
  program: 'the program compiles together with the tests',
  boot: 'the driver becomes a module',
}

type Boot = Extract<Trial, { kind: 'booted' }>

function isQuiet({ ending, reports }: Boot): boolean {
  return ending === 'clean' && reports.length === 0
}

function BootVerdicts({ program, trial }: { program: ProgramSession; trial: Boot }) {
  const holds = verdictsOf(trial).every(Boolean)
  return (
    <>
      {trial.expected.map(({ text, came }, index) => (
        <Verdict key={index} holds={came} says="the console shows ">
          <code>{text}</code>
          {trial.expected.slice(0, index).some((before) => before.text === text) && ' again'}
        </Verdict>
      ))}
      <Verdict holds={isQuiet(trial)} says={describeQuiet(trial)}>
        <Places program={program} diagnostics={trial.reports.map(toCrash)} />
      </Verdict>
      {!holds && (
        <li class="wb-checks-console">
          <SerialConsole
            program={program}
            log={{ console: addText(emptyConsole, trial.console), reports: trial.reports }}
          />
        </li>
      )}
    </>
  )
}

function describeQuiet({ ending }: Boot): string {
  if (ending === 'clean' || ending === 'reported') return 'the kernel has nothing to report'
  return `the script runs to its end. ${ending === 'panicked' ? 'The kernel died.' : stopped[ending]}`
}

function Test({ program, result }: { program: ProgramSession; result: TestResult }) {
  return (
    <Verdict holds={result.passed} says={result.name.replaceAll('_', ' ')}>
      {!result.passed && (
        <pre class="wb-console" tabIndex={0} aria-label="Output of the test">
          <LinkedOutput program={program} text={result.output} />
        </pre>
      )}
    </Verdict>
  )
}
