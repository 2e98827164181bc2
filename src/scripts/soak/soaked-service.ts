import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processTree } from '#service/bubblewrap/process-tree.ts'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'
import { root } from '../root.ts'
import { ScriptError } from '../script-error.ts'
import { commandOf } from './traces.ts'

/** The course as `npm start` serves it: behind a proxy, so that there are many clients, and with a small cache. */
export interface SoakedService {
  url: string
  metrics: string
  /** Its cache folder; what runs in a sandbox has it among its arguments. */
  folder: string
  /** The process that serves now; undefined while there is none. */
  pid(): number | undefined
  /** All processes that it has started, and those that they have. */
  processes(): number[]
  /** All that it has written so far. */
  log(): string
  /** Lines of its log about errors so far. */
  errors(): string[]
  end(): Promise<void>
}

/** Starts the service and waits until it has passed its own tests. */
export async function startSoakedService(): Promise<SoakedService> {
  const folder = linkCache()
  const [port, metricsPort] = [await freePort(), await freePort()]
  const log: string[] = []
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src/scripts/soak/serve.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...settings,
        PORT: `${port}`,
        METRICS_PORT: `${metricsPort}`,
        NO_OOPS_CACHE: folder,
      },
    },
  )
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => log.push(text.toString()))
  const processes = (): number[] => processTree(child.pid!)
  const url = `http://127.0.0.1:${port}`
  await untilReady(url, () => child.exitCode ?? undefined, log)
  return {
    ...{ url, metrics: `http://127.0.0.1:${metricsPort}/metrics`, folder, processes },
    pid: () => processes().find((pid) => commandOf(pid).includes('/src/scripts/serve.ts')),
    log: () => log.join(''),
    errors: () => log.join('').split('\n').filter(isError),
    async end() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

const settings = {
  ...{ HOST: '127.0.0.1', TRUST_PROXY: '1', CACHE_MEGABYTES: '4', SERVICE_URL: '' },
  ...{ RATE_LIMIT: '0', BOOT_RATE_LIMIT: '0', LOG_LEVEL: 'warn' },
  // Where it can be inspected is any port that is free.
  NODE_OPTIONS: '--inspect-port=127.0.0.1:0',
}

/** A cache folder with the same toolrooms, but with headers of its own. */
function linkCache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'no-oops-soak-'))
  // The sandbox, which has other users, goes through it.
  chmodSync(folder, 0o755)
  const rooms = readdirSync(cacheFolder()).filter((name) => name !== 'headers' && name !== 'proofs')
  for (const name of rooms) symlinkSync(join(cacheFolder(), name), join(folder, name))
  return folder
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function untilReady(url: string, ended: () => number | undefined, log: string[]): Promise<void> {
  for (let wait = 0; wait < 600; wait += 1) {
    if (ended() !== undefined) throw new ScriptError(`The service has ended:\n${log.join('')}`)
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready?.status === 200) return
    await sleep(500)
  }
  throw new ScriptError(`The service does not get ready:\n${log.join('')}`)
}

/** What the log calls an error, or what was written past the log; that sandboxes were killed is true. */
function isError(line: string): boolean {
  if (/others have killed|bwrap ended without a word/.test(line)) return false
  const level = /^\{"level":(\d+)/.exec(line)?.[1]
  if (level !== undefined) return Number(level) >= 50
  return /error|exception|warning/i.test(line)
}
