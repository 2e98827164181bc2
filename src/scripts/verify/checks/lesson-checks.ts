import { availableParallelism } from 'node:os'
import PQueue from 'p-queue'
import type { SourceFiles } from '#protocol/compile.ts'
import type { Exercise } from '#course/exercise.ts'
import { toVerdicts } from '#cli/lesson/to-verdicts.ts'
import { startProgramWorker } from '#cli/node/program-worker.ts'
import { runCommandLine } from '#cli/run-command-line.ts'
import { createServiceBootClient } from '#playground/backends/boot/service-boot-client.ts'
import { createServiceCompileClient } from '#playground/backends/compile/service-compile-client.ts'
import { createServiceInspectClient } from '#playground/backends/inspect/inspect-client.ts'
import { createWorkerRunner } from '#playground/backends/runners/worker-runner.ts'
import type { Fetch } from '#playground/backends/send-request.ts'
import { checkDriver } from '#playground/exercise/check-driver.ts'
import { checkProgram } from '#playground/exercise/check-program.ts'
import type { CheckReport } from '#playground/exercise/check-report.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'
import type { ProofCache } from '../proof-cache.ts'
import { createCommandHost } from './command-host.ts'
import { serviceOfRunner } from './service-of-runner.ts'

/** What a check says of a program: whether it is solved, and each thing that it asks for with whether it holds. */
export interface Said {
  solved: boolean
  verdicts: string[]
}

/** What both say of a program, and all that the page shows of it. */
export interface Checked {
  page: Said
  command: Said
  /** Absent where the check had no result. */
  report?: Extract<CheckReport, { kind: 'report' }>
}

/** What a lesson's page and `no-oops lesson check` say of the same program. */
export interface LessonChecks {
  (exercise: Exercise, files: SourceFiles): Promise<Checked>
}

/** Makes the checks of programs; answers are saved, as the same program is judged the same by the same source. */
export function createLessonChecks(runner: LessonRunner, cache: ProofCache): LessonChecks {
  // Each runs tests in threads of its own; too many at once would take longer than a test may.
  const queue = new PQueue({ concurrency: availableParallelism() })
  return ({ wrong: _wrong, ...exercise }, files) =>
    cache(['checks', exercise, files], {
      make: () => queue.add(() => askBoth(runner, { ...exercise, wrong: {} }, files)),
      lasts: ({ page, command, report }) =>
        [...page.verdicts, ...command.verdicts].every(isVerdict) && !tookTooLong(report),
    })
}

async function askBoth(runner: LessonRunner, exercise: Exercise, files: SourceFiles): Promise<Checked> {
  const asked = { exercise, files, fetch: serviceOfRunner(runner, exercise) }
  const report = await askPage(asked)
  const command = await askCommand(asked)
  if (report.kind !== 'report') return { page: { solved: false, verdicts: [report.kind] }, command }
  return { page: reportToSaid(report, exercise), command, report }
}

/** What was stopped may have been so because the machine was busy. */
function isVerdict(text: string): boolean {
  return text.startsWith('✓') || text.startsWith('✗')
}

/** A machine that does much else may be to blame, so it is asked again. */
function tookTooLong(report: Checked['report']): boolean {
  return (
    report?.trial.kind === 'ran' &&
    report.trial.results.some(({ output }) => output.includes('stopped: it took too long'))
  )
}

interface Asked {
  exercise: Exercise
  files: SourceFiles
  fetch: Fetch
}

const base = 'http://verify.test'
const wasmRunner = createWorkerRunner(() =>
  startProgramWorker(new URL('../../../cli/node/main.ts', import.meta.url)),
)

async function askPage({ exercise, files, fetch }: Asked): Promise<CheckReport> {
  const { signal } = new AbortController()
  const compileClient = createServiceCompileClient(base, fetch)
  const bootClient = createServiceBootClient(base, fetch)
  const inspectClient = createServiceInspectClient(base, fetch)
  return exercise.target === 'kernel'
    ? checkDriver({ exercise, files, compileClient, bootClient, inspectClient, signal })
    : checkProgram({ exercise, files, compileClient, runner: wasmRunner, signal })
}

/** What a report comes to: the same each time. */
export function reportToSaid(report: NonNullable<Checked['report']>, exercise: Exercise): Said {
  return toSaid({ solved: report.solved, verdicts: toVerdicts(report, exercise) })
}

async function askCommand({ exercise, files, fetch }: Asked): Promise<Said> {
  const folder = { ...files, '.no-oops.json': JSON.stringify({ lesson: exercise.slug }) }
  const { host, written, complaint } = createCommandHost({ files: folder, fetch, runner: wasmRunner })
  const words = ['lesson', 'check', '--service', base, '--message-format', 'json']
  const code = await runCommandLine(words, host)
  if (written() === '') return { solved: false, verdicts: [`exit ${code}: ${complaint()}`] }
  const said = toSaid(JSON.parse(written()) as Reported)
  return { ...said, solved: code === 0 }
}

interface Reported {
  solved: boolean
  verdicts: { name: string; holds: boolean }[]
}

function toSaid({ solved, verdicts }: Reported): Said {
  return { solved, verdicts: verdicts.map(({ name, holds }) => `${holds ? '✓' : '✗'} ${name}`) }
}
