import { describe, expect, it } from 'vitest'
import { apiVersion } from '#protocol/api-version.ts'
import { checkService, toServiceBase } from '#playground/backends/check-service.ts'
import { createTestService } from '../../service/test-service.ts'

const { signal } = new AbortController()
const json = (body: unknown, init?: ResponseInit) => () => Promise.resolve(Response.json(body, init))
const ready = { state: 'ready', toolchain: 'rustc 1.85.1' } as const

describe('a service that a reader names', () => {
  it('can be used if it is one of this release', async () => {
    const app = createTestService({ run: () => Promise.reject(new Error('nothing is run')) })
    const ask = async (url: string) => app.request(url)
    expect(await checkService('http://service.example', signal, ask)).toEqual({
      kind: 'usable',
      compiles: true,
    })
  })

  it.each([
    ['is older, as one without a version', { userspace: ready }, { kind: 'other version', isOlder: true }],
    ['is newer', { version: apiVersion + 1, userspace: ready }, { kind: 'other version', isOlder: false }],
    ['is something else', { status: 'up' }, { kind: 'no service' }],
    ['says nothing of a service', 'hello', { kind: 'no service' }],
  ])('that %s cannot', async (_, body, expected) => {
    expect(await checkService('http://service.example', signal, json(body))).toEqual(expected)
  })

  it('that is a page, or missing, cannot', async () => {
    const page = () =>
      Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }))
    expect(await checkService('', signal, page)).toEqual({ kind: 'no service' })
    expect(await checkService('', signal, json({}, { status: 404 }))).toEqual({ kind: 'no service' })
  })

  it('that nobody answers for, or not for this page, is silent', async () => {
    const refuses = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await checkService('', signal, refuses)).toEqual({ kind: 'silent' })
  })
})

describe('what a reader types as its address', () => {
  it.each([
    ['http://localhost:4321', 'http://localhost:4321'],
    [' https://compile.example.org/ ', 'https://compile.example.org'],
    ['compile.example.org/course/', 'https://compile.example.org/course'],
  ])('«%s» is %s', (typed, base) => expect(toServiceBase(typed)).toBe(base))

  it.each(['', 'http://', 'ftp://example.org', 'javascript:alert(1)', 'https://me:secret@example.org'])(
    '«%s» is none',
    (typed) => expect(toServiceBase(typed)).toBe(undefined),
  )
})
