import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { BootCommand } from '#protocol/boot-command.ts'
import { toBootCommands } from '#protocol/boot-commands.ts'
import type { BootEvent, BootRequest, Verdict } from '#protocol/boot.ts'
import type { CompileResult, SourceFiles, StopReason } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { addText, type ConsoleText, emptyConsole } from './console/console-text.ts'
import type { BootAnswer, BootClient, RecordedFor } from '../backends/boot/boot-client.ts'
import type { RequestFailure } from '../backends/request-failure.ts'
import { withRetry } from '../backends/with-retry.ts'
import { latestOnly } from './latest-only.ts'

/** How far the reader's last boot is; `waiting` before another attempt, `queued` while others come first. */
export type BootState =
  | { kind: 'not yet' }
  | { kind: 'requested' }
  | { kind: 'waiting'; seconds: number }
  | { kind: 'queued'; ahead: number }
  | { kind: 'booting'; log: BootLog }
  | { kind: 'ended'; log: BootLog; ending: BootEnding; recorded?: RecordedFor }

/** What has come of a boot so far. */
export interface BootLog {
  built?: { toolchain: string; diagnostics: Diagnostic[]; milliseconds: number }
  /** When the kernel was given the driver, as `performance.now()` tells time. */
  bootingSince?: number
  /** How many commands the kernel is given in all. */
  commandCount?: number
  console: ConsoleText
  reports: KernelReport[]
}

/** How a boot came to its end; `cut off` where the connection broke. */
export type BootEnding =
  | { kind: 'finished'; verdict: Verdict; kernel: string; milliseconds: number }
  | { kind: 'rejected'; toolchain: string; diagnostics: Diagnostic[] }
  | { kind: 'stopped'; reason: StopReason | 'reader'; milliseconds?: number; during?: BootCommand }
  | { kind: 'cut off' }
  | { kind: 'no result'; failure: RequestFailure }

/** Boots one driver at a time. */
export interface BootSession {
  kind: 'boot'
  state: ReadonlySignal<BootState>
  isOn: ReadonlySignal<boolean>
  /** What the compiler said on the way; undefined until then. */
  compiled: ReadonlySignal<CompileResult | undefined>
  reports: ReadonlySignal<KernelReport[]>
  /** Builds and boots these files, instead of what was booted before; resolves when that has ended. */
  start(files: SourceFiles): Promise<void>
  stop(): void
}

/** Between two times that a flood is shown: not each of its lines is. */
const renderMilliseconds = 50

/** Creates a session whose drivers are booted by the given client. */
export function createBootSession(
  bootClient: BootClient,
  toRequest: (files: SourceFiles) => BootRequest,
): BootSession {
  const state = signal<BootState>({ kind: 'not yet' })
  const latest = latestOnly()

  async function boot(request: BootRequest, signal: AbortSignal) {
    state.value = { kind: 'requested' }
    const commandCount = toBootCommands(request.script).length
    const onChange = (log: BootLog) => (state.value = { kind: 'booting', log: { ...log, commandCount } })
    const onPlace = (ahead: number) => (state.value = { kind: 'queued', ahead })
    const onWait = (seconds: number) => (state.value = { kind: 'waiting', seconds })
    let draft = createDraft(onChange, signal)
    const send = () => {
      draft.end()
      draft = createDraft(onChange, signal)
      const { add } = draft
      return bootClient.boot(
        request,
        (event) => (event.kind === 'waiting' ? onPlace(event.ahead) : add(event)),
        signal,
      )
    }
    const booted = await withRetry(send, { signal, onWait }).finally(() => draft.end())
    signal.throwIfAborted()
    state.value = toEnd(booted, { ...draft, log: { ...draft.log, commandCount } })
  }

  function stop() {
    latest.abort()
    if (!isOn.peek()) return
    const log = logOf(state.value) ?? { console: emptyConsole, reports: [] }
    state.value = { kind: 'ended', log, ending: { kind: 'stopped', reason: 'reader' } }
  }

  const reports = computed(() => logOf(state.value)?.reports ?? none)
  const built = computed(() => logOf(state.value)?.built)
  const rejected = computed(() => rejectionOf(state.value))
  const compiled = computed(() => toResult(built.value, rejected.value))
  const isOn = computed(() => ['requested', 'waiting', 'queued', 'booting'].includes(state.value.kind))
  const start = (files: SourceFiles) => latest.run((signal) => boot(toRequest(files), signal))
  return { kind: 'boot', state, isOn, reports, compiled, start, stop }
}

const none: KernelReport[] = []

/** Finds what has come of a boot so far; undefined before its first event. */
export function logOf(state: BootState): BootLog | undefined {
  return state.kind === 'booting' || state.kind === 'ended' ? state.log : undefined
}

interface Draft {
  log: BootLog
  last?: BootEvent
  add(event: BootEvent): void
  end(): void
}

/** Collects events, and hands on what has come: at once or, of a flood of lines, from time to time. */
function createDraft(onChange: (log: BootLog) => void, signal: AbortSignal): Draft {
  let timer: ReturnType<typeof setTimeout> | undefined
  function end() {
    clearTimeout(timer)
    timer = undefined
  }
  function flush() {
    end()
    if (!signal.aborted) onChange(draft.log)
  }
  const draft: Draft = {
    log: { console: emptyConsole, reports: [] },
    add(event) {
      draft.log = addEvent(draft.log, event)
      draft.last = event
      if (event.kind !== 'console') flush()
      else timer ??= setTimeout(flush, renderMilliseconds)
    },
    end,
  }
  return draft
}

function addEvent(log: BootLog, event: BootEvent): BootLog {
  if (event.kind === 'console') return { ...log, console: addText(log.console, event.text) }
  if (event.kind === 'report') return { ...log, reports: [...log.reports, event.report] }
  if (event.kind !== 'built') return log
  const { toolchain, diagnostics, milliseconds } = event
  return { ...log, built: { toolchain, diagnostics, milliseconds }, bootingSince: performance.now() }
}

function toEnd(booted: BootAnswer, { log, last }: Draft): BootState {
  const recorded = booted.kind === 'complete' && booted.recorded ? { recorded: booted.recorded } : {}
  return { kind: 'ended', log, ending: toEnding(booted, last), ...recorded }
}

function toEnding(booted: BootAnswer, last: BootEvent | undefined): BootEnding {
  if (booted.kind === 'no result') return booted
  if (last?.kind === 'finished' || last?.kind === 'rejected' || last?.kind === 'stopped') return last
  return { kind: 'cut off' }
}

type Rejection = Extract<BootEnding, { kind: 'rejected' }>

function rejectionOf(state: BootState): Rejection | undefined {
  return state.kind === 'ended' && state.ending.kind === 'rejected' ? state.ending : undefined
}

function toResult(built: BootLog['built'], rejected: Rejection | undefined): CompileResult | undefined {
  if (built) return { outcome: 'accepted', cached: false, ...built }
  if (!rejected) return undefined
  const { toolchain, diagnostics } = rejected
  return { outcome: 'rejected', cached: false, milliseconds: 0, toolchain, diagnostics }
}
