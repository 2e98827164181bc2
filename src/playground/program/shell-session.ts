import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { ShellEnd, ShellEvent, ShellRequest } from '#protocol/shell.ts'
import type { RequestFailure } from '../backends/request-failure.ts'
import type { ShellAnswer, ShellClient, ShellConnection } from '../backends/shell/shell-client.ts'
import { latestOnly } from './latest-only.ts'

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

/** The size of a terminal, in characters. */
export type TerminalSize = Pick<ShellRequest, 'rows' | 'columns'>

/** A shell in a kernel that has one driver at hand; one at a time. */
export interface ShellSession {
  state: ReadonlySignal<ShellState>
  isOn: ReadonlySignal<boolean>
  reports: ReadonlySignal<KernelReport[]>
  /** Commands that are worth giving, such as those of `boot.sh`. */
  commands(): string[]
  /** Builds these files and opens a shell with them, instead of the one that was open. */
  open(files: SourceFiles, size: TerminalSize, onOutput: (text: string) => void): void
  type(text: string): void
  resize(size: TerminalSize): void
  close(): void
}

export interface ShellSessionOptions {
  client: ShellClient
  aim: Pick<ShellRequest, 'language' | 'variant' | 'fixtures' | 'programs'>
  commands: () => string[]
}

/** Creates a session without a shell. */
export function createShellSession({ client, aim, commands }: ShellSessionOptions): ShellSession {
  const state = signal<ShellState>({ kind: 'closed' })
  const reports = signal<KernelReport[]>([])
  const latest = latestOnly()
  let connection: ShellConnection | undefined

  function take(event: ShellEvent, onOutput: (text: string) => void) {
    if (event.kind === 'report') reports.value = [...reports.peek(), event.report]
    else if (event.kind === 'output') {
      if (state.peek().kind === 'booting') state.value = { kind: 'open' }
      onOutput(event.text)
    } else state.value = toState(event)
  }
  function use() {
    const now = state.peek()
    if (now.kind === 'open' && now.warning) state.value = { kind: 'open' }
  }
  const isOn = computed(() => !['closed', 'ended'].includes(state.value.kind))
  return {
    ...{ state, reports, commands, isOn },
    open(files, size, onOutput) {
      state.value = { kind: 'asked' }
      reports.value = []
      void latest.run(async (signal) => {
        connection = client.open({ ...aim, files, ...size }, (event) => take(event, onOutput), signal)
        const answer = await connection.over
        if (answer.kind !== 'complete') state.value = { kind: 'ended', ending: toEnding(answer) }
      })
    },
    type: (text) => (use(), connection?.send({ kind: 'type', text })),
    resize: (size) => connection?.send({ kind: 'size', ...size }),
    close() {
      latest.abort()
      if (isOn.peek()) state.value = { kind: 'ended', ending: { kind: 'ended', why: 'reader' } }
    },
  }
}

type Told = Exclude<ShellEvent, { kind: 'report' | 'output' | 'failed' }>

function toState(event: Told | Extract<ShellEvent, { kind: 'failed' }>): ShellState {
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
