import type { Variant } from '#protocol/compile.ts'
import type { ShellEvent } from '#protocol/shell.ts'
import type { ShellConnection } from '#playground/backends/shell/shell-client.ts'
import { CommandFailure, type ExitCode, exitCodes } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { rootName, type Source } from '../source/source.ts'
import { showShellEvent } from './show-shell-event.ts'

/** Most characters of a message of what is typed. */
const mostTyped = 4096

/** What Ctrl-] sends. */
const leaveKey = '\x1d'

/** Gives the user a shell in a kernel until it ends; its exit code is 0 if it was left. Throws a `CommandFailure` if there is none. */
export async function runShell(context: Context, source: Source, variant: Variant): Promise<ExitCode> {
  const { host, service, progress } = context
  const left = new AbortController()
  const signal = AbortSignal.any([left.signal, host.signal])
  const { language, files } = source
  const { rows, columns } = host.stdout
  let last: ShellEvent | undefined
  let isReady = false
  let output = ''
  const connection = service.shell.open({ language, variant, files, rows, columns }, onEvent, signal)

  function onEvent(event: ShellEvent) {
    showShellEvent(context, source, event)
    if (event.kind === 'output' && !isReady) {
      output = (output + event.text).slice(-1000)
      isReady = isPrompt(output)
      if (isReady) typeInto(connection, context, left)
    }
    last = event
  }

  progress.show(`Asking ${service.base} for a kernel …`)
  const answer = await connection.over.catch(() => undefined).finally(() => left.abort())
  progress.clear()
  if (!answer) return host.signal.aborted ? exitCodes.interrupted : exitCodes.fine
  if (answer.kind === 'no result') throw await service.toFailure(answer.failure)
  if (answer.kind === 'cut off')
    throw new CommandFailure(
      `\nThe connection to ${service.base} broke. Give the command again for a new shell.`,
      exitCodes.unreachable,
    )
  return toExitCode(last, context, source)
}

/** What is typed before it would be taken by what starts the machine. The shell may ask for the cursor's place behind it. */
function isPrompt(output: string): boolean {
  return output.slice(output.lastIndexOf('\n') + 1).includes(' # ')
}

function typeInto(connection: ShellConnection, { host }: Context, left: AbortController) {
  const type = (text: string) => {
    if (host.stdin.isTty && text.includes(leaveKey)) return left.abort()
    for (let at = 0; at < text.length; at += mostTyped)
      connection.send({ kind: 'type', text: text.slice(at, at + mostTyped) })
  }
  host.stdin.readKeys(type, left.signal)
  host.stdin.onResize(
    () => connection.send({ kind: 'size', rows: host.stdout.rows, columns: host.stdout.columns }),
    left.signal,
  )
}

function toExitCode(last: ShellEvent | undefined, { progress }: Context, source: Source): ExitCode {
  if (last?.kind === 'rejected') {
    progress.say(`${rootName(source)}: refused, so there is nothing to load`)
    return exitCodes.refused
  }
  return last?.kind === 'ended' && last.why === 'left' ? exitCodes.fine : exitCodes.refused
}
