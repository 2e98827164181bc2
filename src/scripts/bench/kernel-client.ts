import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { BootEvent, type BootRequest } from '#protocol/boot.ts'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'

/** Milliseconds until the whole answer was read, and those of it that the service names. */
export interface Booted {
  milliseconds: number
  building: number
  machine: number
  /** Until the first report of the kernel; undefined if there was none. */
  report: number | undefined
}

/**
 * Has a program or module checked, as a client with that address if one is given; milliseconds until the answer is read.
 * Rejects if it is no result, or a cached one.
 */
export async function timeCheck(url: string, check: CompileRequest, address?: string): Promise<number> {
  const started = performance.now()
  const result = JSON.parse(await post({ url, path: '/api/compile', address }, check)) as CompileResult
  const milliseconds = performance.now() - started
  if ('cached' in result && !result.cached) return milliseconds
  throw new Error(`The service does not check a module, but says: ${JSON.stringify(result).slice(0, 500)}`)
}

/** Has a module booted, as a client with that address if one is given. Rejects if the machine does not come to its end. */
export async function timeBoot(url: string, boot: BootRequest, address?: string): Promise<Booted> {
  const started = performance.now()
  let report: number | undefined
  const onData = (chunk: string): void => {
    if (chunk.includes('"kind":"report"')) report ??= performance.now() - started
  }
  const answer = await post({ url, path: '/api/boot', onData, address }, boot)
  const lines = [...answer.matchAll(/^data: ?(.+)$/gm)]
  const events = lines.map(([, data]) => BootEvent.parse(JSON.parse(data!)))
  return { milliseconds: performance.now() - started, ...readTimes(events, answer), report }
}

function readTimes(events: BootEvent[], answer: string): { building: number; machine: number } {
  const built = events.find((event) => event.kind === 'built')
  const finished = events.find((event) => event.kind === 'finished')
  if (built && finished) return { building: built.milliseconds, machine: finished.milliseconds }
  throw new Error(`The service does not boot a module, but says: ${answer.slice(0, 500)}`)
}

/** Where a request goes; `onData` is called with each piece of the answer as it comes. */
interface Post {
  url: string
  path: string
  onData?: (chunk: string) => void
  address?: string | undefined
}

function post({ url, path, onData, address }: Post, body: unknown): Promise<string> {
  // The name localhost may first be tried as ::1, where nobody listens.
  const target = new URL(path, url.replace('localhost', '127.0.0.1'))
  return new Promise((resolve, reject) => {
    const from = address === undefined ? {} : { 'X-Forwarded-For': address }
    const headers = { 'Content-Type': 'application/json', ...from }
    const sent = request(target, { method: 'POST', headers }, (response) => {
      response.on('data', (chunk: Buffer) => onData?.(chunk.toString()))
      text(response).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
