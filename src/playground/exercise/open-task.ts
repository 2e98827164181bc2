import { type ReadonlySignal, signal } from '@preact/signals'
import type { SourceFiles } from '#protocol/compile.ts'
import { toEditedProgram, withoutUnused } from '#course/tasks/task-program.ts'
import type { CompileAnswer, CompileClient } from '../backends/compile/compile-client.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { withPlayground } from '../backends/public/with-playground.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { autosave } from '../program/autosave.ts'
import { buildProgram } from '../program/build-program.ts'
import { createEditedFile } from '../program/edited-file.ts'
import { latestOnly } from '../program/latest-only.ts'
import { createProgramSession, type ProgramSession } from '../program/program-session.ts'
import { createServiceTraceClient } from '../backends/trace/trace-client.ts'
import { createRunSession } from '../program/run-session.ts'
import { createView } from '../program/view.ts'
import { answered, saveAnswer } from '../storage/answers.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { orRecorded, withRecordedStart } from './trials/task-trials.ts'
import { saveTrialsForLater } from './trials/load-trials.ts'
import { checkTask, type EditedTask, type TaskReport } from './check-task.ts'

/** How far the reader's last try of a task is. */
export type TaskState =
  { kind: 'not yet' } | { kind: 'checking' } | { kind: 'checked'; report: TaskReport; text: string }

/** A task that is being edited. */
export interface OpenTask {
  program: ProgramSession
  state: ReadonlySignal<TaskState>
  check(): Promise<void>
  end(): void
}

/** Opens a task with the reader's own version, else its start. */
export function openTask(task: EditedTask): OpenTask {
  const client = withPlayground(retryWhileBusy(createServiceCompileClient(serviceBase())))
  const runner = createWasmRunner()
  const program = createSession(task, withRecordedStart(task, withMain(client)), runner)
  saveTrialsForLater(task)
  const saving = autosave(taskKey(task), program)
  const state = signal<TaskState>({ kind: 'not yet' })
  const latest = latestOnly()

  async function check() {
    state.value = { kind: 'checking' }
    const text = program.text.peek()
    const report = await latest.run(async (signal) =>
      orRecorded(task, text, await checkTask(task, text, { compileClient: client, runner, signal })),
    )
    if (!report) return
    state.value = { kind: 'checked', report, text }
    if (!('solved' in report) && report.kind !== 'refused') return
    saveAnswer(task.slug, task.name, { right: 'solved' in report && report.solved })
    window.dispatchEvent(new Event(answered))
  }

  const ends = [latest.abort, saving.end, program.end]
  return {
    ...{ program, state, check },
    end: () => ends.forEach((end) => end()),
  }
}

/** Gives the name under which the reader's version of a task is saved. */
export function taskKey({ slug, name }: Pick<EditedTask, 'slug' | 'name'>): string {
  return `${slug}#${name}`
}

function createSession(
  task: EditedTask,
  compileClient: CompileClient,
  runner: ReturnType<typeof createWasmRunner>,
): ProgramSession {
  const view = createView('main.rs')
  const saved = readSavedCode(taskKey(task))?.text
  return createProgramSession({
    edited: createEditedFile({ file: 'main.rs', given: task.start, saved, shown: view.shown }),
    ...{ view, others: {}, compileClient },
    aim: { target: 'userspace', language: 'rust' },
    run: createRunSession({
      runner,
      build: (source, signal) =>
        buildProgram(compileClient, { ...source, files: addMain(source.files) }, signal),
      traceClient: createServiceTraceClient(serviceBase()),
    }),
  })
}

function tellUsed(answer: CompileAnswer): CompileAnswer {
  if (answer.kind !== 'result' || answer.result.outcome === 'stopped') return answer
  const diagnostics = withoutUnused(answer.result.diagnostics)
  return { ...answer, result: { ...answer.result, diagnostics } }
}

/** A task may be a function alone; what is compiled has a `main` below it. */
function withMain(client: CompileClient): CompileClient {
  return {
    async compile(request, signal) {
      return tellUsed(await client.compile({ ...request, files: addMain(request.files) }, signal))
    },
  }
}

function addMain(files: SourceFiles): SourceFiles {
  return { ...files, 'main.rs': toEditedProgram(files['main.rs'] ?? '').text }
}
