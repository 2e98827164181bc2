import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { Built } from './build-program.ts'
import type { Ending, Output, Runner } from '../backends/runners/runner.ts'
import { latestOnly } from './latest-only.ts'

/** How far the reader's last run is. */
export type RunState =
  | { kind: 'not yet' }
  | { kind: 'building' }
  | { kind: 'not built'; built: Exclude<Built, { kind: 'program' }> }
  | { kind: 'running'; outputs: Output[] }
  | { kind: 'ended'; outputs: Output[]; ending: Ending }

/** Builds and runs one program at a time, in the browser. */
export interface RunSession {
  kind: 'program'
  state: ReadonlySignal<RunState>
  isOn: ReadonlySignal<boolean>
  /** What the compiler said where it refused the program, else undefined. */
  compiled: ReadonlySignal<CompileResult | undefined>
  /** Builds and runs these files, instead of what ran before; resolves when that has ended. */
  start(files: SourceFiles): Promise<void>
  stop(): void
}

/** Creates a session whose programs run in the given runner. */
export function createRunSession(
  runner: Runner,
  build: (files: SourceFiles, signal: AbortSignal) => Promise<Built>,
): RunSession {
  const state = signal<RunState>({ kind: 'not yet' })
  const latest = latestOnly()

  async function buildAndRun(files: SourceFiles, signal: AbortSignal) {
    state.value = { kind: 'building' }
    const built = await build(files, signal)
    signal.throwIfAborted()
    if (built.kind === 'program') await run(built.module, signal)
    else state.value = { kind: 'not built', built }
  }

  async function run(module: WebAssembly.Module, signal: AbortSignal) {
    state.value = { kind: 'running', outputs: [] }
    const ending = await runner.run({ module, args: ['main'] }, add, signal)
    if (state.value.kind !== 'running') return
    state.value = { kind: 'ended', outputs: state.value.outputs, ending }
  }

  function add(output: Output) {
    if (state.value.kind === 'running')
      state.value = { kind: 'running', outputs: append(state.value.outputs, output) }
  }

  function stop() {
    latest.abort()
    if (state.value.kind === 'building') state.value = { kind: 'not yet' }
  }

  const isOn = computed(() => ['building', 'running'].includes(state.value.kind))
  const compiled = computed(() => refusalOf(state.value))
  const start = (files: SourceFiles) => latest.run((signal) => buildAndRun(files, signal))
  return { kind: 'program', state, isOn, compiled, start, stop }
}

function refusalOf(run: RunState): CompileResult | undefined {
  return run.kind === 'not built' && run.built.kind === 'not built' ? run.built.result : undefined
}

/** Writes to the same stream become one text. */
function append(outputs: Output[], output: Output): Output[] {
  const last = outputs.at(-1)
  if (last?.stream !== output.stream) return [...outputs, output]
  return [...outputs.slice(0, -1), { stream: last.stream, text: last.text + output.text }]
}
