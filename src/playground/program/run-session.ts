import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { TraceFrame } from '#protocol/trace.ts'
import { toFaultDiagnostic } from '#story/fault.ts'
import type { Built, BuiltProgram, BuildSource, RanBefore } from './build-program.ts'
import type { StandIn } from '../backends/request-failure.ts'
import type { RanElsewhere } from '../backends/public/public-playground.ts'
import { runTests, type TestResult } from '../backends/runners/run-tests.ts'
import type { Answer, Ending, Output, Runner } from '../backends/runners/runner.ts'
import type { TraceClient } from '../backends/trace/trace-client.ts'
import { latestOnly } from './latest-only.ts'
import { runOnce } from './run-once.ts'
import { traceFault } from './trace-fault.ts'
import { traceTests } from './trace-tests.ts'

/** How far the reader's last run is, or that of the tests in the program. */
export type RunState =
  | { kind: 'not yet' }
  | { kind: 'building' }
  | { kind: 'not built'; built: Exclude<Built, { kind: 'program' | 'ran' }> }
  /** With `answer` it waits for a line. */
  | { kind: 'running'; outputs: Output[]; answer?: Answer }
  /** `elsewhere`: the host of others where it ran, if not in this browser; `recorded` if it did not run now. */
  | {
      kind: 'ended'
      outputs: Output[]
      ending: Ending
      lines: FaultLines
      elsewhere?: string
      recorded?: StandIn
    }
  | { kind: 'testing' }
  | { kind: 'tested'; results: TestResult[]; elsewhere?: string }

/** Where the program died: `none` where it did not; `asked` while the service looks for the lines. */
export type FaultLines =
  { kind: 'none' } | { kind: 'asked' } | { kind: 'found'; frames: TraceFrame[]; files: SourceFiles }

/** Builds and runs one program at a time, in the browser. */
export interface RunSession {
  kind: 'program'
  state: ReadonlySignal<RunState>
  isOn: ReadonlySignal<boolean>
  /** What the compiler said where it refused the program, else undefined. */
  compiled: ReadonlySignal<CompileResult | undefined>
  /** What ended the program before its time, on its line. */
  faults: ReadonlySignal<Diagnostic[]>
  /** Builds and runs these files, instead of what ran before; resolves when that has ended. */
  start(files: SourceFiles): Promise<void>
  /** Builds and runs the tests in these files, as `start` does the program. */
  test(files: SourceFiles): Promise<void>
  stop(): void
}

/** What builds, runs and traces programs. */
export interface RunTools {
  runner: Runner
  build: (source: BuildSource, signal: AbortSignal) => Promise<Built>
  traceClient: TraceClient
  /** All that a program finds on standard input; if it is empty the reader is asked for each line. */
  input?: () => string
}

/** Creates a session whose programs run in the given runner. */
export function createRunSession({ runner, build, traceClient, input }: RunTools): RunSession {
  const state = signal<RunState>({ kind: 'not yet' })
  const latest = latestOnly()

  async function buildFirst(
    source: BuildSource,
    signal: AbortSignal,
    use: (program: BuiltProgram, signal: AbortSignal) => Promise<void>,
  ) {
    state.value = { kind: 'building' }
    const built = await build(source, signal)
    signal.throwIfAborted()
    if (built.kind === 'program') await use(built.program, signal)
    else if (built.kind === 'ran') state.value = toEnded(built, source)
    else state.value = { kind: 'not built', built }
  }

  async function run(program: BuiltProgram, signal: AbortSignal) {
    state.value = { kind: 'running', outputs: [] }
    const started = { module: program.module, args: ['main'], input: input?.() || undefined }
    const ending = await runner.run(started, { onOutput: add, onPrompt }, signal)
    if (state.value.kind !== 'running') return
    const { outputs } = state.value
    if (ending.kind !== 'faulted')
      return void (state.value = { kind: 'ended', outputs, ending, lines: { kind: 'none' } })
    state.value = { kind: 'ended', outputs, ending, lines: { kind: 'asked' } }
    const frames = await traceFault(traceClient, { fault: ending.fault, program }, signal)
    const lines = { kind: 'found', frames, files: program.source.files } as const
    state.value = { kind: 'ended', outputs, ending, lines }
  }

  async function runAllTests(program: BuiltProgram, signal: AbortSignal) {
    state.value = { kind: 'testing' }
    const results = await runTests((args) =>
      runOnce(runner, { module: program.module, args, input: '' }, signal),
    )
    signal.throwIfAborted()
    state.value = { kind: 'tested', results: await traceTests(traceClient, { results, program }, signal) }
  }

  function add(output: Output) {
    if (state.value.kind === 'running')
      state.value = { ...state.value, outputs: append(state.value.outputs, output) }
  }

  function onPrompt(answer: Answer) {
    if (state.value.kind !== 'running') return
    const { outputs } = state.value
    const goOn: Answer = (line) => {
      const echo: Output = { stream: 'stdin', text: line === undefined ? '' : `${line}\n` }
      state.value = { kind: 'running', outputs: echo.text ? append(outputs, echo) : outputs }
      answer(line)
    }
    state.value = { kind: 'running', outputs, answer: goOn }
  }

  function stop() {
    latest.abort()
    if (state.value.kind === 'building' || state.value.kind === 'testing') state.value = stoppedEarly
  }

  const isOn = computed(() => ['building', 'running', 'testing'].includes(state.value.kind))
  const compiled = computed(() => refusalOf(state.value))
  const faults = computed(() => faultsOf(state.value))
  return {
    ...{ kind: 'program', state, isOn, compiled, faults, stop },
    start: (files) => latest.run((signal) => buildFirst({ action: 'build', files }, signal, run)),
    test: (files) => latest.run((signal) => buildFirst({ action: 'test', files }, signal, runAllTests)),
  }
}

function toEnded(ran: RanElsewhere | RanBefore, { files }: BuildSource): RunState {
  const { outputs, ending } = ran
  if ('recorded' in ran) {
    const lines: FaultLines = ending.kind === 'faulted' ? { kind: 'found', frames: [], files } : noLines
    return { kind: 'ended', outputs, ending, lines, recorded: ran.recorded }
  }
  const { tests, host } = ran
  if (tests) return { kind: 'tested', results: tests, elsewhere: host }
  return { kind: 'ended', outputs, ending, lines: noLines, elsewhere: host }
}

const noLines = { kind: 'none' } as const

/** Stopped before there was any output. */
const stoppedEarly: RunState = {
  kind: 'ended',
  outputs: [],
  ending: { kind: 'stopped', reason: 'reader' },
  lines: { kind: 'none' },
}

function refusalOf(run: RunState): CompileResult | undefined {
  return run.kind === 'not built' && run.built.kind === 'not built' ? run.built.result : undefined
}

function faultsOf(run: RunState): Diagnostic[] {
  if (run.kind !== 'ended' || run.ending.kind !== 'faulted' || run.lines.kind !== 'found') return []
  return [toFaultDiagnostic(run.ending.fault, run.lines.frames, run.lines.files)]
}

/** Writes to the same stream become one text. */
function append(outputs: Output[], output: Output): Output[] {
  const last = outputs.at(-1)
  if (last?.stream !== output.stream) return [...outputs, output]
  return [...outputs.slice(0, -1), { stream: last.stream, text: last.text + output.text }]
}
