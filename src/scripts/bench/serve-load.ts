import { availableParallelism } from 'node:os'
import { createClient } from './client.ts'
import { readCpuSeconds } from './cpu-seconds.ts'
import { startDistantClient } from './distant-client.ts'
import { inParallel } from './in-parallel.ts'
import { toUnique, type Program } from './programs.ts'
import type { ServedCourse } from './served-course.ts'

export const clients = 50

/** What so many clients were given. */
export interface Served {
  count: number
  seconds: number
  /** Milliseconds that the clients waited for each answer. */
  waits: number[]
  /** Milliseconds of answers that are known, which a client on another machine asked for all the time. */
  cached: number[]
  /** CPU seconds that the service itself used for one check; those of the sandbox are not counted by the kernel as its. */
  service: number
  /** CPU seconds of the clients for one check: they are on the same machine, and take it from the compilers. */
  clients: number
}

/** Has fifty clients check so many programs that nobody knows, and one client programs that are known. */
export async function serveLoad(
  { url, pid }: ServedCourse,
  programs: Program[],
  count: number,
): Promise<Served> {
  const client = createClient(url, clients)
  const cores = availableParallelism()
  await inParallel(toUnique(programs, cores * 4), cores, (program) => client.check(program))
  const other = await startDistantClient(url, { known: toUnique(programs, programs.length), pause: 50 })
  const [service, clientsBefore] = [await readCpuSeconds(pid), await readClients(other.pid)]
  const started = performance.now()
  const waits = await inParallel(toUnique(programs, count), clients, (program) => wait(client.check(program)))
  const seconds = (performance.now() - started) / 1000
  const perCheck = (now: number, before: number): number => (now - before) / count
  const used = {
    service: perCheck((await readCpuSeconds(pid)).own, service.own),
    clients: perCheck(await readClients(other.pid), clientsBefore),
  }
  const cached = await other.end()
  client.end()
  return { count, seconds, waits, cached, ...used }
}

/** CPU seconds of the clients in this process and of the one in a process of its own. */
async function readClients(pid: number): Promise<number> {
  const [here, there] = await Promise.all([readCpuSeconds(), readCpuSeconds(pid)])
  return here.own + there.own
}

async function wait(answer: Promise<unknown>): Promise<number> {
  const started = performance.now()
  await answer
  return performance.now() - started
}
