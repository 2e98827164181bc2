import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { ask, type Outcome } from '#scripts/soak/ask.ts'
import { createFindings } from '#scripts/soak/findings.ts'
import { compareHoldings } from '#scripts/soak/look-for-traces.ts'
import type { Question } from '#scripts/soak/questions.ts'
import { report } from '#scripts/soak/report.ts'
import { askUntilAnswered } from '#scripts/soak/run-client.ts'
import { watchAbsence } from '#scripts/soak/watch-absence.ts'
import { watchHealth } from '#scripts/soak/watch-health.ts'

const boot: Question = {
  kind: 'boot',
  name: 'boot',
  request: { language: 'c', variant: 'kasan', files: { 'driver.c': '' }, script: '' },
}
const check: Question = {
  kind: 'compile',
  name: 'check',
  request: { target: 'userspace', language: 'rust', action: 'check', files: { 'main.rs': '' } },
}
const accepted = { outcome: 'accepted', diagnostics: [], toolchain: 'rustc', cached: false, milliseconds: 1 }
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
    ['a request that nobody answers', () => {}, 'wrong'],
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

describe('a client that is only asked to come again', () => {
  const busy = refuse(429, { 'Retry-After': '0.02' })

  it('asks as long as others kill sandboxes, and is none that got no answer', async () => {
    let asked = 0
    const url = await listen((request, response) =>
      (asked += 1) > 20 ? response.end(JSON.stringify(accepted)) : busy(request, response),
    )
    expect(await complaintsOf(url, AbortSignal.timeout(5000))).toEqual([])
    expect(asked).toBe(21)
  })

  it('waits for a service that was killed last', async () => {
    let asked = 0
    const url = await listen((request, response) =>
      (asked += 1) > 20 ? response.end(JSON.stringify(accepted)) : busy(request, response),
    )
    expect(await complaintsOf(url, AbortSignal.abort(), () => true)).toEqual([])
  })

  it('complains if that goes on when nothing is killed any more', async () => {
    const complaints = await complaintsOf(await listen(busy), AbortSignal.abort())
    expect(complaints).toEqual(['only asked to come again: check'])
  })
})

describe('a look at /healthz', () => {
  it.each([
    ['is fine while it is answered', 0, []],
    ['complains if it is late', 3300, ['/healthz takes more than 3 s']],
  ])('%s', async (_, milliseconds, complaints) => {
    const url = await listen((_, response) => setTimeout(() => response.end('ok\n'), milliseconds))
    const findings = createFindings()
    await watchHealth({ url }, { findings, mayBeAway: () => false }, AbortSignal.timeout(100))
    expect([...findings.complaints.keys()]).toEqual(complaints)
  })
})

describe('a service that was killed', () => {
  it('is away until another process answers, though the old one may for a while', async () => {
    const url = await listen((_, response) => response.end('ok\n'))
    let pid = 1
    const { begin, mayBeAway } = watchAbsence({ url, pid: () => pid }, createFindings())
    expect(mayBeAway()).toBe(false)
    begin(1)
    await sleep(500)
    expect(mayBeAway()).toBe(true)
    pid = 2
    await expect.poll(mayBeAway, { timeout: 10_000 }).toBe(false)
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
  return ask(await listen(listener), boot, { address: '192.0.2.1', signal: AbortSignal.timeout(500) })
}

async function complaintsOf(url: string, ends: AbortSignal, mayBeAway = () => false): Promise<string[]> {
  const findings = createFindings()
  const { outcome, diagnostics, toolchain } = accepted
  const answer = JSON.stringify({ outcome, diagnostics, toolchain, hasArtifact: false })
  const answers = new Map([[check.name, answer]])
  const client = { url, address: '192.0.2.1', questions: [], answers, findings, mayBeAway }
  await askUntilAnswered(client, check, ends)
  return [...findings.complaints.keys()]
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  close = () => (server.close(), server.closeAllConnections())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
