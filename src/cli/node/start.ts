import { runCommandLine } from '../run-command-line.ts'
import { createNodeHost } from './node-host.ts'

/** Runs the command that the process was started for; `main` is the file that it, and each of its workers, begins with. */
export async function start(main: URL): Promise<void> {
  process.exitCode = await runCommandLine(process.argv.slice(2), createNodeHost(main))
}
