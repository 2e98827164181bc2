import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../root.ts'
import { ScriptError } from '../script-error.ts'

/** The course, served by a process of its own. */
export interface ServedCourse {
  /** Without a path. */
  url: string
  pid: number
  end(): Promise<void>
}

/** Serves the built site and the service of a checkout, else of this one; it logs as a hosted one does, into nothing. */
export async function serveCourse(
  checkout: string = root,
  settings: Record<string, string> = {},
): Promise<ServedCourse> {
  const child = fork(join(checkout, 'src/scripts/bench/serve.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    cwd: checkout,
    // As `npm start` has it.
    detached: true,
    env: { ...process.env, LOG_LEVEL: 'info', SERVICE_URL: '', ...settings },
  })
  const url = await Promise.race([once(child, 'message').then(([url]) => String(url)), refuseExit(child)])
  return { url, pid: child.pid!, end: () => end(child) }
}

async function refuseExit(child: ChildProcess): Promise<never> {
  const [code] = await once(child, 'exit')
  throw new ScriptError(`The service ended with ${code} before it served; the reason is above.`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = once(child, 'exit')
  child.disconnect()
  await exited
}
