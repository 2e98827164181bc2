import { CommandFailure, type ExitCode, exitCodes } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { FileError } from '../host.ts'

/** An editor that saves writes several times. */
const pauseMilliseconds = 200

/** Checks now and after each change below a folder, until the user interrupts it; a check that a change overtakes is ended. */
export async function watchFolder(
  { host, progress }: Context,
  folder: string,
  check: (signal: AbortSignal) => Promise<ExitCode>,
): Promise<ExitCode> {
  let current = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    current.abort()
    current = new AbortController()
    const signal = AbortSignal.any([current.signal, host.signal])
    void check(signal)
      .catch((error: unknown) => tell(error, signal))
      .finally(() => signal.aborted || progress.say(`Watching ${folder} for changes; Ctrl-C ends it.`))
  }
  const tell = (error: unknown, signal: AbortSignal) => {
    if (signal.aborted) return
    if (!(error instanceof CommandFailure || error instanceof FileError)) throw error
    progress.say(`no-oops: ${error.message}`)
  }
  host.files.watch(
    folder,
    () => {
      clearTimeout(timer)
      timer = setTimeout(again, pauseMilliseconds)
    },
    host.signal,
  )
  again()
  await new Promise<void>((resolve) => host.signal.addEventListener('abort', () => resolve()))
  clearTimeout(timer)
  return exitCodes.interrupted
}
