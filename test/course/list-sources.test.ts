import { expect, it } from 'vitest'
import { type CitingText, listSources } from '#course/sources/list-sources.ts'

const page = (short: string, text: string, sources: string[] = []): CitingText => ({
  ...{ href: `/${short}/`, title: `Lesson ${short}`, short },
  ...{ text, sources },
})
const shorts = ({ by }: { by: { short: string }[] }) => by.map(({ short }) => short)

it('a place in the tree stands once below its file, in the order of lines, with all lessons', () => {
  const { files } = listSources([
    page('1.1', '', ['mm/slub.c#L100-L102', 'kernel/cpu.c#L1']),
    page('1.2', '', ['mm/slub.c#L20', 'mm/slub.c#L100-L102']),
  ])
  expect(files.map(({ path }) => path)).toEqual(['kernel/cpu.c', 'mm/slub.c'])
  const [, slub] = files
  expect(slub!.places.map(({ name }) => name)).toEqual(['L20', 'L100-L102'])
  expect(slub!.places.map(shorts)).toEqual([['1.2'], ['1.1', '1.2']])
})

it('CVEs and commits are found wherever they are named, each page once', () => {
  const { cves, commits } = listSources([
    page(
      '1.1',
      'CVE-2026-23400, and again CVE-2026-23400; fixed by 2e303f0febb6, not 123456789012 or abcdefabcdef.',
    ),
    page('1.2', 'cves: [CVE-2017-6074, CVE-2026-23400]'),
  ])
  expect(cves.map(({ name }) => name)).toEqual(['CVE-2017-6074', 'CVE-2026-23400'])
  expect(shorts(cves[1]!)).toEqual(['1.1', '1.2'])
  expect(commits.map(({ name }) => name)).toEqual(['2e303f0febb6'])
})

it('articles are links to other sites, by the words of the first link', () => {
  const { articles } = listSources([
    page('1.1', 'Read [the policy](https://example.org/policy), [here](/glossary/) and [there](#below).'),
    page('1.2', '[This](https://example.org/policy)'),
  ])
  expect(articles).toMatchObject([{ title: 'the policy', name: 'https://example.org/policy' }])
  expect(shorts(articles[0]!)).toEqual(['1.1', '1.2'])
})
