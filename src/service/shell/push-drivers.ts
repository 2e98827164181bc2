import type { ShellEvent, ShellInput } from '#protocol/shell.ts'
import { buildModuleOnce } from '../kernel/module-cache.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import type { Machine } from '../boot/machine.ts'
import type { MachineWords } from './machine-words.ts'
import type { ShellBuilds } from './shell-builds.ts'

/** A driver that a reader wants to have in a machine that runs. */
export type Push = Extract<ShellInput, { kind: 'push' }>

interface PushParts {
  machine: Machine
  builds: ShellBuilds
  words: MachineWords
  onEvent: (event: ShellEvent) => void
  signal: AbortSignal
}

/** Makes what builds drivers and puts them into a machine, one at a time: of those that wait, only the newest. */
export function createPusher(environment: KernelEnvironment, parts: PushParts): (push: Push) => void {
  const { onEvent, signal } = parts
  let next: Push | undefined
  let isBusy = false
  const work = async (): Promise<void> => {
    isBusy = true
    while (next && !signal.aborted) {
      const push = next
      next = undefined
      onEvent(await pushDriver(environment, push, parts))
    }
    isBusy = false
  }
  return (push) => {
    next = push
    // Whoever ends the shell ends this too.
    if (!isBusy) work().catch(() => (isBusy = false))
  }
}

async function pushDriver(
  environment: KernelEnvironment,
  { name, language, files }: Push,
  { machine, builds, words, signal }: PushParts,
): Promise<ShellEvent> {
  const built = await buildModuleOnce(environment, { language, files }, signal)
  const failed = { kind: 'push-failed' as const, name, diagnostics: [] }
  if (built.kind === 'stopped') return { ...failed, why: built.reason }
  const { diagnostics } = built
  if (built.kind === 'rejected') return { ...failed, why: 'rejected', diagnostics }
  const { module, hash, number } = builds.add({ name, files, module: built.module }, machine.text.length)
  const { id, answer } = words.ask(patience)
  const isSent = machine.tell(`file ${name} ${module.length} ${hash} ${id}`, module)
  const answered = isSent ? await answer : undefined
  if (!answered) return { ...failed, why: 'unanswered' }
  return { kind: 'pushed', name, build: number, isLoaded: answered === 'loaded', diagnostics }
}

/** Milliseconds; a machine that is well takes a tenth of a second. */
const patience = 8000
