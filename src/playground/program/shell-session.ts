import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Language } from '#protocol/compile.ts'
import type { WithCompanions } from '#protocol/companions.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { DriverName, PushFailure, ShellEnd, ShellEvent, ShellRequest } from '#protocol/shell.ts'
import type { RequestFailure } from '../backends/request-failure.ts'
import type { ShellAnswer, ShellClient, ShellConnection } from '../backends/shell/shell-client.ts'
import { latestOnly } from './latest-only.ts'
import { createShellDrivers, type OldReport, type ShellSource } from './shell-drivers.ts'

/** How far the reader's shell is. */
export type ShellState =
  | { kind: 'closed' }
  | { kind: 'asked' }
  | { kind: 'queued'; ahead: number }
  | { kind: 'building' }
  | { kind: 'booting' }
  | { kind: 'open'; warning?: { why: 'idle' | 'others'; seconds: number } }
  | { kind: 'ended'; ending: ShellEnding }

/** How it came to its end; `cut off` where the connection broke. */
export type ShellEnding =
  | { kind: 'ended'; why: ShellEnd | 'reader' }
  | { kind: 'rejected'; diagnostics: Diagnostic[] }
  | { kind: 'cut off' }
  | { kind: 'no result'; failure: RequestFailure }

/** What became of the last driver that was put into the kernel while that ran. */
export type PushState =
  | { kind: 'none' }
  | { kind: 'building'; name: DriverName; language: Language }
  | { kind: 'pushed'; name: DriverName; isLoaded: boolean }
  | { kind: 'failed'; name: DriverName; language: Language; why: PushFailure }

/** The size of a terminal, in characters. */
export type TerminalSize = Pick<ShellRequest, 'rows' | 'columns'>

/** A shell in a kernel that has drivers at hand; one at a time, for all sides of an exercise. */
export interface ShellSession {
  state: ReadonlySignal<ShellState>
  isOn: ReadonlySignal<boolean>
  push: ReadonlySignal<PushState>
  /** Reports of builds that are not the newest: their lines are those of an older text. */
  oldReports: ReadonlySignal<OldReport[]>
  /** Those that a driver with just these sources had a part in. */
  reportsAbout(source: ShellSource): KernelReport[]
  /** As what a side is in the kernel, or would be. */
  nameOf(language: Language): DriverName
  /** Whether the kernel has just these sources, or others, or none of that side. */
  has(source: ShellSource): 'these' | 'others' | 'none'
  /** Commands that are worth giving, such as those of `boot.sh`. */
  commands(): string[]
  /** Where a recording of such a shell is. */
  recorded?: string
  /** Builds a driver and opens a shell with it, instead of the one that was open. */
  open(source: ShellSource, size: TerminalSize, onOutput: (text: string) => void): void
  /** Builds a driver and puts it into the kernel that runs; nothing while another is on its way. */
  pushDriver(source: ShellSource): void
  /** The reader has loaded what was pushed. */
  notePushUsed(): void
  type(text: string): void
  resize(size: TerminalSize): void
  close(): void
}

export interface ShellSessionOptions {
  client: ShellClient
  aim: Pick<ShellRequest, 'variant'> & WithCompanions
  /** What comes with each driver and is loaded yet. */
  companions?: Promise<WithCompanions>
  commands: () => string[]
  recorded?: string
}

/** Creates a session without a shell. */
export function createShellSession({
  client,
  aim,
  companions,
  commands,
  recorded,
}: ShellSessionOptions): ShellSession {
  const state = signal<ShellState>({ kind: 'closed' })
  const push = signal<PushState>({ kind: 'none' })
  const drivers = createShellDrivers()
  const latest = latestOnly()
  let connection: ShellConnection | undefined
  let pushed: ShellSource | undefined

  function take(event: ShellEvent, onOutput: (text: string) => void) {
    if (event.kind === 'report') drivers.addReport(event)
    else if (event.kind === 'output') {
      if (state.peek().kind === 'booting') state.value = { kind: 'open' }
      onOutput(event.text)
    } else if (event.kind === 'pushed' || event.kind === 'push-failed') takeAnswer(event)
    else state.value = toState(event)
  }
  function takeAnswer(event: Extract<ShellEvent, { kind: 'pushed' | 'push-failed' }>) {
    const source = pushed!
    const { name } = event
    if (event.kind === 'pushed') {
      drivers.add(name, event.build, source)
      push.value = { kind: 'pushed', name, isLoaded: event.isLoaded }
    } else push.value = { kind: 'failed', name, language: source.language, why: event.why }
  }
  function use() {
    const now = state.peek()
    if (now.kind === 'open' && now.warning) state.value = { kind: 'open' }
  }
  const isOn = computed(() => !['closed', 'ended'].includes(state.value.kind))
  return {
    ...{ state, push, commands, isOn, ...drivers },
    ...(recorded !== undefined && { recorded }),
    open(source, size, onOutput) {
      state.value = { kind: 'asked' }
      push.value = { kind: 'none' }
      drivers.begin(source)
      void latest.run(async (signal) => {
        const request = { ...aim, ...(companions && (await companions)), ...source, ...size }
        connection = client.open(request, (event) => take(event, onOutput), signal)
        const answer = await connection.over
        if (answer.kind !== 'complete') state.value = { kind: 'ended', ending: toEnding(answer) }
      })
    },
    pushDriver(source) {
      if (state.peek().kind !== 'open' || push.peek().kind === 'building') return
      use()
      pushed = source
      const { language } = source
      const name = drivers.nameOf(language)
      push.value = { kind: 'building', name, language }
      connection?.send({ kind: 'push', name, ...source })
    },
    notePushUsed: () => void (push.value = { kind: 'none' }),
    type: (text) => (use(), connection?.send({ kind: 'type', text })),
    resize: (size) => connection?.send({ kind: 'size', ...size }),
    close() {
      latest.abort()
      if (isOn.peek()) state.value = { kind: 'ended', ending: { kind: 'ended', why: 'reader' } }
    },
  }
}

type Step = Exclude<ShellEvent, { kind: 'report' | 'output' | 'pushed' | 'push-failed' }>

function toState(event: Step): ShellState {
  switch (event.kind) {
    case 'waiting':
      return { kind: 'queued', ahead: event.ahead }
    case 'building':
      return { kind: 'building' }
    case 'built':
      return { kind: 'booting' }
    case 'warning':
      return { kind: 'open', warning: { why: event.why, seconds: event.seconds } }
    case 'rejected':
      return { kind: 'ended', ending: { kind: 'rejected', diagnostics: event.diagnostics } }
    case 'ended':
      return { kind: 'ended', ending: { kind: 'ended', why: event.why } }
    case 'failed':
      return { kind: 'ended', ending: { kind: 'cut off' } }
  }
}

function toEnding(answer: Exclude<ShellAnswer, { kind: 'complete' }>): ShellEnding {
  return answer
}
