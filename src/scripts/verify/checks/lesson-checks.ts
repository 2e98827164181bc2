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
import type { LessonRunner } from '../runner/lesson-runner.ts'
import type { ProofCache } from '../proof-cache.ts'
import { createCommandHost } from './command-host.ts'
import { serviceOfRunner } from './service-of-runner.ts'

/** What a check says of a program: whether it is solved, and each thing that it asks for with whether it holds. */
export interface Said {
  solved: boolean
  verdicts: string[]
}

/** What a lesson's page and `no-oops lesson check` say of the same program. */
export interface LessonChecks {
  (exercise: Exercise, files: SourceFiles): Promise<{ page: Said; command: Said }>
}

/** Makes the checks of programs; answers are saved, as the same program is judged the same by the same source. */
export function createLessonChecks(runner: LessonRunner, cache: ProofCache): LessonChecks {
  // Each runs tests in threads of its own; too many at once would take longer than a test may.
  const queue = new PQueue({ concurrency: availableParallelism() })
  return ({ wrong: _wrong, ...exercise }, files) =>
    cache(['checks', exercise, files], {
      make: () => queue.add(() => askBoth(runner, { ...exercise, wrong: {} }, files)),
      lasts: ({ page, command }) => [...page.verdicts, ...command.verdicts].every(isVerdict),
    })
}

async function askBoth(runner: LessonRunner, exercise: Exercise, files: SourceFiles) {
  const asked = { exercise, files, fetch: serviceOfRunner(runner, exercise) }
  return { page: await askPage(asked), command: await askCommand(asked) }
}

/** What was stopped may have been so because the machine was busy. */
function isVerdict(text: string): boolean {
  return text.startsWith('✓') || text.startsWith('✗')
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

async function askPage({ exercise, files, fetch }: Asked): Promise<Said> {
  const { signal } = new AbortController()
  const compileClient = createServiceCompileClient(base, fetch)
  const bootClient = createServiceBootClient(base, fetch)
  const inspectClient = createServiceInspectClient(base, fetch)
  const report = await (exercise.target === 'kernel'
    ? checkDriver({ exercise, files, compileClient, bootClient, inspectClient, signal })
    : checkProgram({ exercise, files, compileClient, runner: wasmRunner, signal }))
  if (report.kind !== 'report') return { solved: false, verdicts: [report.kind] }
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
