import { type Command, CommanderError } from 'commander'
import { CommandFailure, type ExitCode, exitCodes } from './command-failure.ts'
import type { Within } from './commands/command-parts.ts'
import { type CommonOptions, createContext } from './context.ts'
import { createProgram } from './create-program.ts'
import { FileError, type Host } from './host.ts'
import { createProgress } from './output/progress.ts'

/** Runs the command that the arguments name, without those of Node; gives its exit code and never rejects. */
export async function runCommandLine(args: string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = exitCodes.fine
  const within: Within =
    (act) =>
    async (...args) => {
      const command = args.at(-1) as Command
      code = await act(createContext(host, command.optsWithGlobals<CommonOptions>()), ...args)
    }
  try {
    await createProgram(host, within).parseAsync(args, { from: 'user' })
    return host.signal.aborted ? exitCodes.interrupted : code
  } catch (error) {
    return tell(error, host)
  }
}

function tell(error: unknown, host: Host): ExitCode {
  const { clear, say } = createProgress(host.stderr)
  clear()
  if (host.signal.aborted) return exitCodes.interrupted
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage
  if (error instanceof CommandFailure || error instanceof FileError) say(`no-oops: ${error.message}`)
  else
    say(
      `no-oops: this is a mistake in no-oops itself, not yours: ${String(error instanceof Error ? error.stack : error)}`,
    )
  return error instanceof CommandFailure ? error.exitCode : exitCodes.refused
}
