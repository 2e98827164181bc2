import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, type Outcome } from '#scripts/soak/ask.ts'
import { createFindings } from '#scripts/soak/findings.ts'
import { compareHoldings } from '#scripts/soak/look-for-traces.ts'
import type { Question } from '#scripts/soak/questions.ts'
import { report } from '#scripts/soak/report.ts'

const boot: Question = {
  kind: 'boot',
  name: 'boot',
  request: { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, script: '' },
}
const finished = { kind: 'finished', verdict: 'clean', kernel: 'Linux', milliseconds: 1 }
const failed = { kind: 'failed', problem: { type: 'x', title: 'busy', status: 429 } }

let close = (): void => {}
afterEach(() => close())

describe('what the soak takes an answer for', () => {
  it.each([
    ['a boot that ends', stream(finished), 'answered'],
    ['a boot whose stream ends before it does', stream({ kind: 'building' }), 'cut off'],
    ['a boot that fails for now', stream({ ...failed, retryAfter: 2 }), 'come again'],
    ['a boot that fails for good', stream(failed), 'wrong'],
    ['a queue that is full', refuse(429, { 'Retry-After': '1' }), 'come again'],
    ['a service that is broken', refuse(500), 'wrong'],
    ['a connection that breaks', cutOff, 'cut off'],
  ])('%s', async (_, listener, kind) => {
    expect(await answerOf(listener)).toMatchObject({ kind })
  })
})

describe('a service that holds more than before', () => {
  const held = { descriptors: 50, megabytes: 150, children: 1 }

  it.each([
    ['descriptors', { descriptors: 60 }, 'descriptors stay open'],
    ['memory', { megabytes: 200 }, 'memory grows'],
    ['processes', { children: 2 }, 'processes stay'],
  ])('is found: %s', (_, more, complaint) => {
    const findings = createFindings()
    compareHoldings(held, { ...held, ...more }, findings)
    expect([...findings.complaints.keys()]).toEqual([complaint])
    expect(report(findings)).toBe(1)
  })

  it('is none if it holds the same', () => {
    const findings = createFindings()
    compareHoldings(held, held, findings)
    expect(report(findings)).toBe(0)
  })
})

function stream(event: object): RequestListener {
  return (_, response) => void response.end(`data: ${JSON.stringify(event)}\n\n`)
}

function cutOff(request: IncomingMessage): void {
  request.socket.destroy()
}

function refuse(status: number, headers = {}): RequestListener {
  return (_, response) => void response.writeHead(status, headers).end('{}')
}

async function answerOf(listener: RequestListener): Promise<Outcome> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  close = () => void server.close()
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return ask(url, boot, { address: '192.0.2.1', signal: AbortSignal.timeout(5000) })
}
