import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf } from '#protocol/boot-events.ts'
import type { Language } from '#protocol/compile.ts'
import { boot } from '../../boot/boot.ts'
import { compileModule } from '../../kernel/compile-module.ts'
import type { KernelEnvironment } from '../../kernel/kernel-environment.ts'
import { openKernel } from '../../kernel/open-kernel.ts'
import { ToolroomError } from '../toolroom-error.ts'
import type { KernelRecipe } from './kernel-recipe.ts'

/** Checks a module with a toolroom's kernel crate, and boots its kernel with a module of each language; gives its name. */
export async function proveKernel({ variant, probes }: KernelRecipe, root: string): Promise<string> {
  const environment = openWorkplace(root)
  const { version } = environment.room
  await check(environment, { 'driver.rs': probes.rust })
  const languages = {
    rust: { 'driver.rs': probes.rust },
    c: { 'driver.c': probes.c },
  }
  for (const [language, files] of Object.entries(languages)) {
    const events: BootEvent[] = []
    const request = { language: language as Language, variant, files, script: 'insmod driver.ko' }
    await boot(environment, request, (event) => void events.push(event))
    refuseSilent(events)
  }
  return `Linux ${version}`
}

/** The first start reads everything from disk: it may take its time. */
function openWorkplace(root: string): KernelEnvironment {
  const status = { state: 'ready' as const, toolchain: '' }
  return openKernel({ root, status: () => status }, { wallSeconds: 120, cpuSeconds: 60 }).environment()
}

async function check(environment: KernelEnvironment, files: Record<string, string>): Promise<void> {
  const request = { target: 'kernel', language: 'rust', action: 'check', files } as const
  const result = await compileModule(environment, request)
  if (result.outcome !== 'accepted') throw broken(`a check ends with ${JSON.stringify(result)}`)
}

function refuseSilent(events: BootEvent[]): void {
  const console = consoleOf(events)
  const last = events.at(-1)
  const clean = last?.kind === 'finished' && last.verdict === 'clean'
  if (clean && console.includes('probe is loaded')) return
  throw broken(`a boot ends with ${JSON.stringify(last)} after «${console.slice(-500)}»`)
}

function broken(what: string): ToolroomError {
  return new ToolroomError(
    `The new kernel does not work: ${what}.`,
    'npm run toolroom -- clean, then npm run toolroom -- make',
  )
}
