import { expect, it } from 'vitest'
import { toFeed } from '#components/to-feed.ts'

const change = {
  name: 'locks',
  day: '2026-11-30',
  title: 'Locks & RCU',
  says: 'A <Mutex> owns its data.',
  page: '/sharing-and-locking/data-in-the-lock/',
} as const
const toAddress = (path: string) => `https://example.org/course${path}`

it('tells what is new, when, and where, with all signs of XML escaped', () => {
  const feed = toFeed([change], toAddress)
  expect(feed).toContain('<title>Locks &amp; RCU</title>')
  expect(feed).toContain('<summary>A &lt;Mutex&gt; owns its data.</summary>')
  expect(feed).toContain('<link href="https://example.org/course/sharing-and-locking/data-in-the-lock/"/>')
  expect(feed).toContain('<link rel="self" href="https://example.org/course/changes.xml"/>')
  expect(feed).toContain('<updated>2026-11-30T00:00:00Z</updated>')
})

it('gives an entry the same id on each host', () => {
  const idOf = (feed: string) => /<entry>[^]*?<id>(.*?)<\/id>/.exec(feed)?.[1]
  expect(idOf(toFeed([change], toAddress))).toBe(idOf(toFeed([change], (path) => path)))
})
