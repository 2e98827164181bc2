import type { ShellEvent, ShellInput } from '#protocol/shell.ts'
import type { BuiltModule } from '../kernel/built-module.ts'
import type { ModuleSource } from '../kernel/build-module.ts'
import type { Machine } from '../boot/machine.ts'
import { SandboxBusy } from '../bubblewrap/sandbox-error.ts'
import { QueueFull } from '../queue.ts'
import type { MachineWords } from './machine-words.ts'
import type { ShellBuilds } from './shell-builds.ts'

/** A driver that a reader wants to have in a machine that runs. */
export type Push = Extract<ShellInput, { kind: 'push' }>

interface PushParts {
  /** Waits for its turn among all that want a compiler. */
  build: (source: ModuleSource) => Promise<BuiltModule>
  machine: Machine
  builds: ShellBuilds
  words: MachineWords
  onEvent: (event: ShellEvent) => void
}

/** Builds drivers and puts them into a machine, one at a time: of those that wait, only the newest. */
export interface Pusher {
  push(push: Push): void
  /** Rejects where the service itself fails. */
  failed: Promise<never>
}

export function createPusher(parts: PushParts): Pusher {
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => {})
  let next: Push | undefined
  let isBusy = false
  const work = async (): Promise<void> => {
    isBusy = true
    while (next) {
      const push = next
      next = undefined
      parts.onEvent(await pushDriver(push, parts))
    }
    isBusy = false
  }
  return {
    push(push) {
      next = push
      if (!isBusy) work().catch(reject)
    },
    failed,
  }
}

async function pushDriver(
  { name, language, files }: Push,
  { build, machine, builds, words }: PushParts,
): Promise<ShellEvent> {
  const failed = { kind: 'push-failed' as const, name, diagnostics: [] }
  const built = await unlessBusy(() => build({ language, files }))
  if (built === 'busy') return { ...failed, why: 'busy' }
  if (built.kind === 'stopped') return { ...failed, why: built.reason }
  const { diagnostics } = built
  if (built.kind === 'rejected') return { ...failed, why: 'rejected', diagnostics }
  const { module, hash, number } = builds.add({ name, files, module: built.module }, machine.text.length)
  const { id, answer } = words.ask(patience)
  const isSent = machine.tell(`file ${name} ${hash} ${id}`, module)
  const answered = isSent ? await answer : undefined
  if (!answered) return { ...failed, why: 'unanswered' }
  return { kind: 'pushed', name, build: number, isLoaded: answered === 'loaded', diagnostics }
}

async function unlessBusy(build: () => Promise<BuiltModule>): Promise<BuiltModule | 'busy'> {
  try {
    return await build()
  } catch (error) {
    if (error instanceof QueueFull || error instanceof SandboxBusy) return 'busy'
    throw error
  }
}

/** Milliseconds; a machine that is well takes a tenth of a second. */
const patience = 8000
