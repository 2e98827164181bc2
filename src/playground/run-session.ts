import { type ReadonlySignal, signal } from '@preact/signals'
import type { Built } from './build-program.ts'
import type { Ending, Output, Runner } from './runners/runner.ts'
import { unlessAborted } from './unless-aborted.ts'

/** The reader's last run. */
export type RunState =
  | { kind: 'not yet' }
  | { kind: 'building' }
  | { kind: 'not built'; built: Exclude<Built, { kind: 'program' }> }
  | { kind: 'running'; outputs: Output[] }
  | { kind: 'ended'; outputs: Output[]; ending: Ending }

/** Builds and runs one program at a time. */
export interface RunSession {
  state: ReadonlySignal<RunState>
  /** Stops a run before it. */
  start(build: (signal: AbortSignal) => Promise<Built>): Promise<void>
  stop(): void
}

/** A session whose programs run in the given runner. */
export function createRunSession(runner: Runner): RunSession {
  const state = signal<RunState>({ kind: 'not yet' })
  let current = new AbortController()

  async function start(build: (signal: AbortSignal) => Promise<Built>) {
    current.abort()
    const { signal } = (current = new AbortController())
    state.value = { kind: 'building' }
    const built = await build(signal).catch(unlessAborted(signal))
    if (!built || signal.aborted) return
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
    current.abort()
    if (state.value.kind === 'building') state.value = { kind: 'not yet' }
  }

  return { state, start, stop }
}

/** Writes to the same stream become one text. */
function append(outputs: Output[], output: Output): Output[] {
  const last = outputs.at(-1)
  if (last?.stream !== output.stream) return [...outputs, output]
  return [...outputs.slice(0, -1), { stream: last.stream, text: last.text + output.text }]
}
