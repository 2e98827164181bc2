import type { ShellEvent } from '#protocol/shell.ts'
import type { BootContext } from './queued-boot.ts'
import type { ModuleSource } from './kernel/build-module.ts'
import { buildModuleOnce } from './kernel/module-cache.ts'
import type { Queue } from './queue.ts'
import { requireToolchain } from './require-toolchain.ts'
import type { ShellRouteParts } from './routes/shell.ts'
import { runShell } from './shell/shell.ts'

/** The queue is that of all compilations: what is pushed takes its turn among them. */
interface ShellContext extends BootContext {
  queue: Queue
}

/** Makes what `/api/shell` leads to: a shell, when it is the client's turn. It counts as a boot, for as long as it is open. */
export function createQueuedShell({ kernels, boots, queue }: ShellContext): ShellRouteParts['shell'] {
  return async ({ request, onInput, requester }, onEvent: (event: ShellEvent) => void) => {
    const { status, environment } = kernels[request.variant]
    requireToolchain(status())
    const { signal } = requester
    const limits = {
      ...{ idle: 120_000, whileOthersWait: 30_000, warning: 15_000 },
      areOthersWaiting: () => boots.waiting > 0,
    }
    const build = (source: ModuleSource) =>
      queue.run(() => buildModuleOnce(environment(), source, signal), requester)
    const shell = { request, onInput, limits, build, signal }
    const task = (): Promise<void> => runShell(environment(), shell, onEvent)
    await boots.run(task, requester, (ahead) => onEvent({ kind: 'waiting', ahead }))
  }
}
