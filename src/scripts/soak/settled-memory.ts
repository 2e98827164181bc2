import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { ScriptError } from '../script-error.ts'

/**
 * The megabytes that a process of Node holds when it has just collected its garbage. Without that, a heap can have sixty
 * megabytes of garbage and empty pages or none, as V8 likes. Text that it writes to standard error is what `log` gives.
 */
export async function settledMemory(pid: number, log: () => string): Promise<number> {
  await collectGarbage(await openInspector(pid, log))
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

/** Node says where it can be inspected when it is first told to let itself be. */
async function openInspector(pid: number, log: () => string): Promise<string> {
  process.kill(pid, 'SIGUSR1')
  for (let wait = 0; wait < 100; wait += 1) {
    const url = [...log().matchAll(/^Debugger listening on (ws:\S+)$/gm)].at(-1)?.[1]
    if (url !== undefined) return url
    await sleep(100)
  }
  throw new ScriptError('The service does not let its memory be looked at.')
}

async function collectGarbage(url: string): Promise<void> {
  const socket = new WebSocket(url)
  await once(socket, 'open')
  socket.send(JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' }))
  await once(socket, 'message')
  socket.close()
  await once(socket, 'close')
}
