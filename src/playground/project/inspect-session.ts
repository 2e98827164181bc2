import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { SourceFiles, Variant } from '#protocol/compile.ts'
import type { Assembly, InspectRequest } from '#protocol/inspect.ts'
import { isSameSource } from '../backends/is-same-source.ts'
import { createServiceInspectClient, type InspectAnswer } from '../backends/inspect/inspect-client.ts'
import { serviceBase } from '../backends/service-base.ts'
import { withRetry } from '../backends/with-retry.ts'
import { latestOnly } from '../program/latest-only.ts'
import type { ProgramSession } from '../program/program-session.ts'

/** What is known of the code of one side, and of which files. */
export type InspectState =
  { kind: 'not yet' } | { kind: 'asked' } | { kind: 'answered'; answer: InspectAnswer; files: SourceFiles }

/** A function whose assembly the reader looks at; undefined until it is there. */
export interface ChosenFunction {
  program: ProgramSession
  name: string
  made?: MadeAssembly
}

/** Assembly, and the files that it was made of. */
export interface MadeAssembly {
  assembly: Assembly
  files: SourceFiles
}

/** What the code of a driver becomes, for each of its sides. */
export interface InspectSession {
  sides: { program: ProgramSession; state: ReadonlySignal<InspectState> }[]
  chosen: ReadonlySignal<ChosenFunction | undefined>
  /** Asks for the functions of all sides, as they are now. */
  start(): void
  /** Asks for the assembly of a function of the answer. */
  choose(chosen: ChosenFunction): void
  close(): void
  end(): void
}

/** Creates a session that asks when the reader wants to know. */
export function createInspectSession(programs: ProgramSession[], variant: Variant): InspectSession {
  const sides = programs.map((program) => ({ program, state: signal<InspectState>({ kind: 'not yet' }) }))
  const chosen = signal<ChosenFunction>()
  const client = createServiceInspectClient(serviceBase())
  const [latest, latestChosen] = [latestOnly(), latestOnly()]
  function ask({ language }: ProgramSession, request: Asked, signal: AbortSignal) {
    const body = { language, variant, ...request }
    return withRetry(() => client.inspect(body, signal), { signal })
  }
  async function inspect({ program, state }: Side, signal: AbortSignal) {
    const files = program.files()
    state.value = { kind: 'asked' }
    const answer = await ask(program, { files }, signal)
    signal.throwIfAborted()
    state.value = { kind: 'answered', answer, files }
  }
  async function choose(wanted: ChosenFunction, signal: AbortSignal) {
    chosen.value = wanted
    const side = sides.find(({ program }) => program === wanted.program)!
    const state = side.state.peek()
    if (state.kind !== 'answered') return
    const answer = await ask(wanted.program, { files: state.files, function: wanted.name }, signal)
    signal.throwIfAborted()
    if (answer.kind !== 'result' || answer.result.outcome !== 'accepted') return
    const assembly = answer.result.assembly ?? { name: wanted.name, lines: [], more: 0 }
    chosen.value = { ...wanted, made: { assembly, files: state.files } }
  }
  return {
    ...{ sides, chosen },
    start() {
      chosen.value = undefined
      void latest.run((signal) => Promise.all(sides.map((side) => inspect(side, signal))))
    },
    choose: (wanted) => void latestChosen.run((signal) => choose(wanted, signal)),
    close: () => (latestChosen.abort(), void (chosen.value = undefined)),
    end: () => (latest.abort(), latestChosen.abort()),
  }
}

type Asked = Pick<InspectRequest, 'files' | 'function'>

interface Side {
  program: ProgramSession
  state: Signal<InspectState>
}

/** Whether a side was edited since its code was made of these files. */
export function isStale({ sources }: ProgramSession, files: SourceFiles): boolean {
  return !isSameSource(files, sources.value)
}
