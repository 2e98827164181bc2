import { expect, it } from 'vitest'
import { toConnectSource } from '#scripts/site-build/connect-source.ts'

it('A page may ask its own host, a service on the reader’s machine and the public playgrounds', () => {
  expect(toConnectSource({})).toBe(
    "connect-src 'self' http://localhost:* ws://localhost:* https://play.rust-lang.org https://godbolt.org",
  )
})

it('It may ask the service that the site was built for, and those that are named besides, with their WebSockets', () => {
  const sources = toConnectSource({
    SERVICE_URL: 'https://compile.example.org',
    SERVICE_ORIGINS: 'https://a.example.org, http://b.example.org:8080',
  }).split(' ')
  expect(sources).toEqual(
    expect.arrayContaining([
      ...['https://compile.example.org', 'wss://compile.example.org'],
      ...['https://a.example.org', 'wss://a.example.org', 'ws://b.example.org:8080'],
    ]),
  )
})
