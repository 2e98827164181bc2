import type { Change } from '#course/changes.ts'
import { escapeHtml } from '#story/escape-html.ts'

type ToAddress = (path: `/${string}`) => string

/** Writes changes, the newest first, as an Atom feed (RFC 4287); `toAddress` gives the address of a path of the site. */
export function toFeed(changes: readonly Change[], toAddress: ToAddress): string {
  const updated = changes[0] ? `${changes[0].day}T00:00:00Z` : '1970-01-01T00:00:00Z'
  const entries = changes.map((change) => toEntry(change, toAddress)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>No Oops: Rust in the Linux kernel</title>
  <id>${toId('feed')}</id>
  <updated>${updated}</updated>
  <author><name>No Oops</name></author>
  <link href="${escapeHtml(toAddress('/'))}"/>
  <link rel="self" href="${escapeHtml(toAddress('/changes.xml'))}"/>
${entries}</feed>
`
}

function toEntry({ name, day, title, says, page }: Change, toAddress: ToAddress): string {
  return `  <entry>
    <title>${escapeHtml(title)}</title>
    <id>${toId(name)}</id>
    <updated>${day}T00:00:00Z</updated>
    <link href="${escapeHtml(toAddress(page))}"/>
    <summary>${escapeHtml(says)}</summary>
  </entry>
`
}

/** Stays the same on each host, so that a reader's program knows what it has shown. */
function toId(name: string): string {
  return `tag:no-oops,2026:${name}`
}
