import type { BootEvent, BootRequest } from '#protocol/boot.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { buildCompanions } from '../kernel/build-companions.ts'
import type { BuiltModule } from '../kernel/built-module.ts'
import { buildModuleOnce, knownModule } from '../kernel/module-cache.ts'
import { toToolchain } from '../kernel/kernel-room.ts'
import type { KernelEnvironment } from '../kernel/kernel-environment.ts'
import { createEarlySymboliser, type EarlySymboliser } from '../kernel-log/early-symboliser.ts'
import { placeReports } from '../kernel-log/place-reports.ts'
import type { Cargo } from './cargo.ts'
import { describeStop } from './describe-stop.ts'
import { findRunning } from './find-running.ts'
import { MachineFailure } from './machine-failure.ts'
import { startMachine, type Machine } from './machine.ts'
import { runScript, toParameters, type MachineRun } from './run-script.ts'

/** What to boot, and until when. */
export interface Boot extends BootRequest {
  signal?: AbortSignal
  /** A compiler is known to refuse the driver: then no machine is started before one has taken it. */
  isRefused?: boolean
}

/**
 * Builds a driver while a kernel boots that loads it then, and tells all that happens. Settles when nothing of either is
 * left; rejects with `AbortError` if the signal fires.
 */
export async function boot(
  environment: KernelEnvironment,
  request: Boot,
  onEvent: (event: BootEvent) => void,
): Promise<void> {
  onEvent({ kind: 'building' })
  const { language, files, fixtures, script, signal } = request
  const source = { language, files, fixtures }
  const onConsole = (text: string): void => onEvent({ kind: 'console', text })
  const symboliser = createEarlySymboliser(environment, signal)
  const options = { parameters: toParameters(script), onConsole, onBytes: symboliser.hear }
  const start = () => startMachine(environment, options, signal)
  let machine = isWorthAMachine(knownModule(environment, source), request) ? start() : undefined
  try {
    const companions = await buildCompanions(environment, request, signal)
    const toolchain = toToolchain(environment.room, companions.kind === 'built' ? language : 'c')
    if (companions.kind !== 'built') return onEvent(toAfterBuild(companions, toolchain))
    const built = await buildModuleOnce(environment, source, signal)
    onEvent(toAfterBuild(withWarnings(built, companions.diagnostics), toolchain))
    if (built.kind !== 'built') return
    machine ??= start()
    symboliser.about(built.module)
    const running = { ...request, machine, symboliser, module: built.module, companions }
    await runModule(environment, running, onEvent)
  } finally {
    await Promise.all([machine?.end(), symboliser.end()])
  }
}

function isWorthAMachine(known: BuiltModule | undefined, { isRefused }: Boot): boolean {
  return known ? known.kind === 'built' : isRefused !== true
}

function withWarnings(built: BuiltModule, warnings: Diagnostic[]): BuiltModule {
  return built.kind === 'stopped' ? built : { ...built, diagnostics: [...warnings, ...built.diagnostics] }
}

function toAfterBuild(built: BuiltModule, toolchain: string): BootEvent {
  if (built.kind === 'stopped') return { kind: 'stopped', reason: built.reason }
  const { kind, diagnostics, milliseconds } = built
  return kind === 'rejected'
    ? { kind, toolchain, diagnostics }
    : { kind, toolchain, diagnostics, milliseconds }
}

type Running = Boot & Cargo & { machine: Machine; symboliser: EarlySymboliser }

async function runModule(
  environment: KernelEnvironment,
  { machine, symboliser, module, companions, files, script, signal }: Running,
  onEvent: (event: BootEvent) => void,
): Promise<void> {
  const run = await runScript(machine, { module, script, ...(companions && { companions }) })
  if (!companions?.fixtures.length) refuseBroken(run)
  const logged = await environment.parsers.parse('kernelLog', { output: run.console }, signal)
  if (logged.kind === 'stopped') return onEvent(logged)
  const tools = { ...environment, waiting: symboliser.waiting }
  const reports = await placeReports({ reports: logged.value, module, files }, tools, signal)
  for (const report of reports) onEvent({ kind: 'report', report })
  const last = toLast(environment, { run, reports, script })
  if (last.kind === 'stopped') onEvent({ kind: 'console', text: toLastLine(run, last) })
  onEvent(last)
}

/** The script shows each command before it gives it: without one, and without fixtures, nothing was loaded that could be at fault. */
function refuseBroken({ end, console }: MachineRun): void {
  const isDead = end === 'panicked' || (typeof end === 'object' && ['crash', 'time'].includes(end.stopped))
  if (isDead && !/^# /m.test(console))
    throw new MachineFailure(`no script has begun: ${JSON.stringify(end)} after «${console.slice(-500)}»`)
}

interface Ended {
  run: MachineRun
  reports: KernelReport[]
  script: string
}

function toLast({ room }: KernelEnvironment, { run, reports, script }: Ended): BootEvent {
  const { end, milliseconds } = run
  if (typeof end === 'object') {
    const during = findRunning(script, run.console)
    return { kind: 'stopped', reason: end.stopped, milliseconds, ...(during && { during }) }
  }
  const verdict = end === 'panicked' ? 'panicked' : reports.length > 0 ? 'reported' : 'clean'
  return { kind: 'finished', verdict, kernel: room.name, milliseconds }
}

function toLastLine({ console }: MachineRun, stopped: Extract<BootEvent, { kind: 'stopped' }>): string {
  return `${console === '' || console.endsWith('\n') ? '' : '\n'}${describeStop(stopped)}\n`
}
