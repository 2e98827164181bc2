import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'

/** Whose a service is; an ordinary user can have none that is root's. */
export type ServiceUser = 'root' | 'an ordinary user'

export const serviceUsers: ServiceUser[] =
  process.getuid?.() === 0 ? ['root', 'an ordinary user'] : ['an ordinary user']

export interface ServedOptions {
  environment?: Record<string, string>
  hasKernel?: boolean
  /** The folder for precompiled headers, and how many bytes may be in it; one that ends with the service, if not given. */
  headers?: { folder: string; bytes: number }
  /** The most descriptors that it may have. */
  descriptors?: number
  /** The most processes and threads that its user may have; of root there is no such limit. */
  processes?: number
}

/** A service in a process of its own. */
export interface ServedReal {
  url: string
  pid: number
  hasEnded(): boolean
  end(): Promise<void>
}

/** Serves the real toolroom as that user. */
export async function serveAs(user: ServiceUser, options: ServedOptions): Promise<ServedReal> {
  const command = [...toLimits(options), ...toUser(user, options), process.execPath, '--no-warnings', script]
  const [file, ...args] = [...command, JSON.stringify(options)]
  const env = { ...process.env, NO_OOPS_CACHE: cacheFolder() }
  const child = spawn(file, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit')
  const failed = ended.then(([code]) => Promise.reject(new Error(`the service ended with ${code}`)))
  const [url] = (await Promise.race([once(child, 'message'), failed])) as [string]
  failed.catch(() => {})
  return {
    ...{ url, pid: child.pid!, hasEnded: () => child.exitCode !== null || child.signalCode !== null },
    async end() {
      child.disconnect()
      await ended
    },
  }
}

const script = fileURLToPath(new URL('serve-real.ts', import.meta.url))

function toLimits({ descriptors, processes }: ServedOptions): string[] {
  return [
    ...(descriptors === undefined ? [] : ['prlimit', `--nofile=${descriptors}:${descriptors}`]),
    ...(processes === undefined ? [] : ['prlimit', `--nproc=${processes}:${processes}`]),
  ]
}

/** Nobody that there is. */
export const ordinaryUser = process.getuid?.() === 0 ? 30_303 : process.getuid!()

/** One whose processes are counted is nobody else's: other tests run at the same time. */
function toUser(user: ServiceUser, { processes }: ServedOptions): string[] {
  if (process.getuid?.() !== 0 || user === 'root') return []
  const id = processes === undefined ? ordinaryUser : ordinaryUser + 1
  return ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups']
}
