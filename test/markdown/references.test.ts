import { readdirSync, readFileSync } from 'node:fs'
import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { kernelVersion } from '#protocol/kernel-version.ts'
import { linkReferences } from '#markdown/link-references.ts'
import { splitReferences, toSourceAddress } from '#markdown/references.ts'
import { renderPhrase, renderSection } from '#markdown/render-prose.ts'

it('a place in the tree is read at the version that the course quotes', () => {
  expect(toSourceAddress('net/core/dev.c#L4841-L4843')).toBe(
    `https://elixir.bootlin.com/linux/v${kernelVersion}/source/net/core/dev.c#L4841-L4843`,
  )
})

it('CVEs and commits in a text become links, whatever stands around them', () => {
  expect(splitReferences('CVE-2017-6074 (fixed by 5edabca9d4cf).')).toEqual([
    { text: 'CVE-2017-6074', href: 'https://www.cve.org/CVERecord?id=CVE-2017-6074' },
    { text: ' (fixed by ' },
    { text: '5edabca9d4cf', href: 'https://git.kernel.org/stable/c/5edabca9d4cf' },
    { text: ').' },
  ])
})

it.each(['0x5edabca9d4cf0', '123456789012', 'accadebabeff', 'a 5edabca9d4cf0123 b', 'CVE-2017'])(
  '«%s» names no commit and no CVE',
  (text) => {
    expect(splitReferences(text)).toEqual([{ text }])
  },
)

it('the Markdown of hints and error codes links them, outside of code and of other links', () => {
  const cve = '<a href="https://www.cve.org/CVERecord?id=CVE-2026-23194">CVE-2026-23194</a>'
  expect(renderPhrase('a *sentinel* (CVE-2026-23194), **CVE-2026-23194**')).toBe(
    `a <em>sentinel</em> (${cve}), <strong>${cve}</strong>`,
  )
  expect(renderSection('In C', 'See CVE-2026-23194.')).toBe(`<p>See ${cve}.</p>\n`)
  expect(renderPhrase('`CVE-2026-23194`')).not.toContain('href')
  expect(renderPhrase('[CVE-2026-23194](/errors/)')).toBe('<a href="/errors/">CVE-2026-23194</a>')
})

it('the text of a lesson links them, outside of headings and of other links', () => {
  const code = (mdx: string) => mdxToJs(mdx, { mdastPlugins: [linkReferences()] }).code
  expect(code('The fix of CVE-2022-3108 (abfaf0eee979).')).toMatch(
    /CVERecord\?id=CVE-2022-3108.*stable\/c\/abfaf0eee979/s,
  )
  expect(code('## After CVE-2022-3108\n')).not.toContain('href')
  expect(code('[CVE-2022-3108](/errors/)')).not.toContain('cve.org')
})

it('quotes with a place in the tree link there', () => {
  expect(renderSection('x', '```c quote=kernel/fork.c#L1-L2\nint a;\n```')).toContain(
    'href="https://elixir.bootlin.com/linux/v7.3.4/source/kernel/fork.c#L1-L2"',
  )
})

it('what is recorded comes from the version that the links lead to', () => {
  const recorded = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('recorded.json'),
  )
  expect(recorded.length).toBeGreaterThan(10)
  for (const file of recorded) {
    const { kernel } = JSON.parse(readFileSync(`lessons/${file}`, 'utf8')) as { kernel: string }
    expect(kernel, file).toBe(kernelVersion)
  }
})
