import { Agent, request } from 'node:http'
import { json } from 'node:stream/consumers'
import type { CompileResult } from '#protocol/compile.ts'
import { toCheck, type Program } from './programs.ts'

/** Asks the service over connections that are kept open. */
export interface Client {
  /** Rejects if the answer is anything but rustc's word. */
  check(program: Program): Promise<Answer>
  end(): void
}

/** rustc's word on a program: it is accepted or rejected. */
export type Answer = Exclude<CompileResult, { outcome: 'stopped' }>

/** Makes a client with so many connections; it connects when it is first used. */
export function createClient(url: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  // The name localhost may first be tried as ::1, where nobody listens.
  const target = new URL('/api/compile', url.replace('localhost', '127.0.0.1'))
  return {
    check: async (program) => toAnswer(await post(agent, target, JSON.stringify(toCheck(program))), program),
    end: () => agent.destroy(),
  }
}

function post(agent: Agent, target: URL, body: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(target, { agent, method: 'POST', headers }, (response) => {
      json(response).then(resolve, reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function toAnswer(body: unknown, { name }: Program): Answer {
  const result = body as CompileResult
  if (result.outcome === 'accepted' || result.outcome === 'rejected') return result
  throw new Error(`The service does not check ${name}, but says: ${JSON.stringify(body)}`)
}
