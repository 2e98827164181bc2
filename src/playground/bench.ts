import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CompileRequest, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic, Position } from '#protocol/diagnostic.ts'
import { buildProgram } from './build-program.ts'
import { type CheckLoop, type CheckState, createCheckLoop } from './check-loop.ts'
import type { CodeEditor } from './editor/code-editor.ts'
import { onWindow } from './on-window.ts'
import type { Playground } from './playgrounds/playground.ts'
import { createRunSession, type RunState } from './run-session.ts'
import type { Runner } from './runners/runner.ts'

/** One program under the reader's hands: its text, what the compiler says of it, and its last run. */
export interface Bench {
  file: string
  text: Signal<string>
  check: ReadonlySignal<CheckState>
  /** Of the last answer; empty where it was no result. */
  diagnostics: ReadonlySignal<Diagnostic[]>
  run: ReadonlySignal<RunState>
  panel: Signal<Panel>
  /** Name of the file that is in sight. */
  shown: Signal<string>
  editor: Signal<CodeEditor | undefined>
  playground: Playground
  runner: Runner
  /** The program with the text as it is now. */
  files(): SourceFiles
  /** Builds and runs. */
  start(): Promise<void>
  stop(): void
  /** Replaces the text, so that the editor's undo brings it back. */
  replace(text: string): void
  goTo(position: Position): void
  checkAgain(): void
  end(): void
}

export type Panel = 'problems' | 'console' | 'checks'

/** What a bench is made of; `others` are the files beside the edited one. */
export interface Materials {
  file: string
  text: string
  others: SourceFiles
  playground: Playground
  runner: Runner
  /** The compiler is not asked about the first text before the reader does something. */
  waits?: boolean
}

/** Sets a program up for editing; it is checked from now on. */
export function createBench({ file, text: first, others, playground, runner, waits }: Materials): Bench {
  const text = signal(first)
  const editor = signal<CodeEditor>()
  const panel = signal<Panel>('problems')
  const shown = signal(file)
  const withText = (text: string) => ({ ...others, [file]: text })
  const files = () => withText(text.peek())
  const loop = createCheckLoop(playground, (text) => toCheck(withText(text)))
  const session = createRunSession(runner)
  const checkAgain = () => loop.check(text.peek())
  const diagnostics = signal<Diagnostic[]>([])
  let started = first
  if (!waits) checkAgain()
  const ends = [
    checkEdits(text, loop),
    effect(() => takeDiagnostics(loop.state.value, diagnostics)),
    effect(() => takeRefusal(session.state.value, { loop, isStale: () => started !== text.peek() })),
    onWindow('online', checkAgain),
    loop.end,
    session.stop,
  ]
  return {
    ...{ file, text, editor, panel, shown, files, playground, runner, checkAgain, diagnostics },
    check: loop.state,
    run: session.state,
    start: () => {
      panel.value = 'console'
      started = text.peek()
      return session.start((signal) => buildProgram(playground, files(), signal))
    },
    stop: session.stop,
    replace: (next) => (editor.value ? editor.value.replace(next) : void (text.value = next)),
    goTo: (position) => afterShowing(shown, file, () => editor.value?.goTo(position)),
    end: () => ends.forEach((end) => end()),
  }
}

function toCheck(files: SourceFiles): CompileRequest {
  return { target: 'userspace', language: 'rust', action: 'check', files }
}

function checkEdits(text: Signal<string>, loop: CheckLoop): () => void {
  let checked = text.peek()
  return effect(() => {
    if (text.value === checked) return
    checked = text.value
    loop.edited(checked)
  })
}

/** The last answer's stay in sight while the next is awaited. */
function takeDiagnostics(state: CheckState, diagnostics: Signal<Diagnostic[]>) {
  if (state.kind !== 'answered') return
  const { answer } = state
  const result = answer.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  diagnostics.value = result?.diagnostics ?? []
}

/** Some errors come only when code is generated, so a check does not know them; those of an older text are left out. */
function takeRefusal(run: RunState, { loop, isStale }: { loop: CheckLoop; isStale: () => boolean }) {
  if (run.kind !== 'not built' || run.built.kind !== 'not built' || isStale()) return
  loop.take({ kind: 'result', result: run.built.result })
}

/** What is out of sight can't take the focus. */
function afterShowing(shown: Signal<string>, file: string, step: () => void) {
  if (shown.value === file) return step()
  shown.value = file
  requestAnimationFrame(step)
}
