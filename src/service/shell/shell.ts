import { setTimeout as sleep } from 'node:timers/promises'
import type { ShellEnd, ShellEvent, ShellInput, ShellRequest } from '#protocol/shell.ts'
import { buildCompanions } from '../kernel/build-companions.ts'
import type { ModuleSource } from '../kernel/build-module.ts'
import type { BuiltModule } from '../kernel/built-module.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import { buildModuleOnce } from '../kernel/module-cache.ts'
import { toCargo } from '../boot/cargo.ts'
import type { Entry } from '../boot/cpio.ts'
import { hasPanicked } from '../boot/has-panicked.ts'
import { startMachine, type Machine } from '../boot/machine.ts'
import type { JobResult } from '../sandbox.ts'
import { createIdleWatch, type IdleLimits } from './idle-watch.ts'
import { createMachineWords } from './machine-words.ts'
import { createPusher, type Pusher } from './push-drivers.ts'
import { createReportWatch } from './report-watch.ts'
import { createShellBuilds, type ShellBuild } from './shell-builds.ts'
import { buildsFolder, toShellScript } from './shell-script.ts'
import { createTerminalOutput } from './terminal-output.ts'

/** What a shell is opened with, and who uses it. */
export interface Shell {
  request: ShellRequest
  /** Calls the listener with each thing that the reader does from now on. */
  onInput(listener: (input: ShellInput) => void): void
  limits: IdleLimits
  /** Builds what is pushed, when it is its turn. */
  build: (source: ModuleSource) => Promise<BuiltModule>
  signal: AbortSignal
}

/**
 * Builds a driver while a kernel boots, and gives the reader a shell in that kernel, with the driver in its folder. Settles
 * when nothing of it is left; rejects with `AbortError` if the signal fires.
 */
export async function runShell(
  environment: KernelEnvironment,
  shell: Shell,
  onEvent: (event: ShellEvent) => void,
): Promise<void> {
  const { request, signal } = shell
  onEvent({ kind: 'building' })
  const output = createTerminalOutput((text) => onEvent({ kind: 'output', text }))
  const builds = createShellBuilds()
  const words = createMachineWords((hash) => builds.noteLoad(hash, machine.text.length))
  const terminal = { onOutput: output.receive, onWord: words.hear }
  const machine = startMachine(environment, { onConsole: () => reports.look(), terminal }, signal)
  const reports = createReportWatch(environment, { console: () => machine.text, builds, onEvent, signal })
  try {
    const companions = await buildCompanions(environment, request, signal)
    if (companions.kind !== 'built') return onEvent(toAfterBuild(companions))
    const built = await buildModuleOnce(environment, request, signal)
    onEvent(toAfterBuild(built))
    if (built.kind !== 'built') return
    const { module } = built
    const driver = builds.add({ name: 'driver', module, files: request.files }, 0)
    const cargo = toCargo({ module, companions, script: toShellScript(request) })
    await machine.handOver([...cargo, ...toNotes(driver)])
    const pusher = createPusher({ build: shell.build, machine, builds, words, onEvent })
    const why = await use({ machine, pusher }, shell, onEvent)
    output.end()
    await reports.finish()
    onEvent({ kind: 'ended', why })
  } finally {
    await machine.end()
  }
}

function toAfterBuild(built: BuiltModule): ShellEvent {
  if (built.kind === 'stopped') return { kind: 'ended', why: built.reason }
  const { kind, diagnostics } = built
  return { kind, diagnostics }
}

/** By which the machine knows what it loads. */
function toNotes({ name, hash }: ShellBuild): Entry[] {
  return [
    { kind: 'folder', path: buildsFolder },
    { kind: 'file', path: `${buildsFolder}/${hash}`, content: `${name}\n` },
  ]
}

interface Used {
  machine: Machine
  pusher: Pusher
}

async function use(
  { machine, pusher }: Used,
  { onInput, limits }: Shell,
  onEvent: (event: ShellEvent) => void,
): Promise<ShellEnd> {
  const idle = createIdleWatch(limits, (warning) => onEvent({ kind: 'warning', ...warning }))
  onInput((input) => {
    if (input.kind === 'size') return void machine.tell(`size ${input.rows} ${input.columns}`)
    idle.note()
    if (input.kind === 'push') pusher.push(input)
    else machine.type(input.text)
  })
  try {
    return await Promise.race([
      machine.over.then((ended) => toEnd(ended, machine.text)),
      idle.over,
      pusher.failed,
    ])
  } finally {
    idle.end()
    // The last of the console may still be on its way.
    await sleep(lastWords)
  }
}

/** Milliseconds. */
const lastWords = 50

function toEnd(ended: JobResult, console: string): ShellEnd {
  if (ended.kind === 'exited') return ended.code === 0 ? 'left' : 'crash'
  return hasPanicked(ended, console) ? 'panicked' : ended.reason
}
