import { setTimeout as sleep } from 'node:timers/promises'
import type { Asciicast, CastPiece } from '#protocol/asciicast.ts'
import type { ShellEvent, ShellInput, ShellRequest } from '#protocol/shell.ts'
import type { ModuleSource } from '#service/kernel/build-module.ts'
import type { KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { buildModuleOnce } from '#service/kernel/module-cache.ts'
import { runShell } from '#service/shell/shell.ts'

/** What is typed in a shell that is recorded, and what is in it. */
export interface ShellToRecord {
  driver: Pick<ShellRequest, 'language' | 'variant' | 'files' | 'fixtures' | 'programs'>
  /** Is pushed before the first command, as `driver_rust.ko`. */
  beside?: ModuleSource
  commands: string[]
}

/** A recording, or why there is none. */
export type RecordedShell = { kind: 'recorded'; cast: Asciicast } | { kind: 'failed'; why: string }

/** Opens a real shell, types each command at the speed of a person when the prompt stands there, and records what is shown. */
export async function recordShell(
  environment: KernelEnvironment,
  { driver, beside, commands }: ShellToRecord,
): Promise<RecordedShell> {
  const ends = new AbortController()
  const shell = followShell()
  const over = runShell(
    environment,
    {
      request: { ...driver, ...size },
      onInput: (listener) => void (shell.send = listener),
      limits: { idle: hour, whileOthersWait: hour, warning: hour, areOthersWaiting: () => false },
      build: (source) => buildModuleOnce(environment, source, ends.signal),
      signal: ends.signal,
    },
    shell.take,
  )
  try {
    await shell.waitFor(prompt)
    if (beside) {
      shell.send({ kind: 'push', name: 'driver_rust', ...beside })
      await shell.waitForPush()
    }
    for (const command of commands) await type(shell, command)
    return { kind: 'recorded', cast: { ...size, title: environment.room.name, pieces: shell.pieces() } }
  } catch (error) {
    return { kind: 'failed', why: (error as Error).message }
  } finally {
    ends.abort()
    await over.catch(() => {})
  }
}

const size = { rows: 24, columns: 80 }
const hour = 3_600_000

/** Milliseconds: between two commands, and between two keys. */
const [thought, key] = [700, 35]

async function type(shell: FollowedShell, command: string): Promise<void> {
  await sleep(thought)
  shell.forget()
  for (const letter of `${command}\r`) {
    shell.send({ kind: 'type', text: letter })
    await sleep(key)
  }
  await shell.waitFor(promptAfterLine)
}

// oxlint-disable-next-line no-control-regex
const prompt = /\S* # (\u001b\[6n)?$/
// oxlint-disable-next-line no-control-regex
const promptAfterLine = /\r\n(?:[^]*[\r\n])?[^\r\n]*\S+ # (\u001b\[6n)?(?:\r?\n?\[[^]*)?$/

interface FollowedShell {
  send(input: ShellInput): void
  take(event: ShellEvent): void
  pieces(): CastPiece[]
  /** What was shown until now is no part of what is waited for. */
  forget(): void
  waitFor(sign: RegExp): Promise<void>
  waitForPush(): Promise<void>
}

function followShell(): FollowedShell {
  const pieces: CastPiece[] = []
  let began: number | undefined
  let [text, last]: [string, ShellEvent | undefined] = ['', undefined]
  const wait = async (isThere: () => boolean, what: string): Promise<void> => {
    const from = performance.now()
    while (!isThere()) {
      if (last?.kind === 'rejected' || last?.kind === 'ended' || last?.kind === 'push-failed')
        throw new Error(`the shell says «${JSON.stringify(last).slice(0, 300)}» before ${what}`)
      if (performance.now() - from > patience)
        throw new Error(`${what} does not come; it shows «${text.slice(-300)}»`)
      await sleep(20)
    }
  }
  return {
    send: () => {},
    take(event) {
      last = event.kind === 'output' || event.kind === 'report' ? last : event
      if (event.kind !== 'output') return
      began ??= performance.now()
      text += event.text
      pieces.push([(performance.now() - began) / 1000, event.text])
    },
    pieces: () => pieces,
    forget: () => void (text = ''),
    waitFor: (sign) => wait(() => sign.test(text), 'its prompt'),
    waitForPush: () => wait(() => last?.kind === 'pushed', 'the second driver is in it'),
  }
}

/** Milliseconds. */
const patience = 40_000
