import { expect, it } from 'vitest'
import { describeGroups, type FoundGroup, orderGroups } from '#components/search/group-results.ts'

const group = (kind: FoundGroup['kind'], ...scores: number[]): FoundGroup => ({
  ...{ kind, count: scores.length },
  found: scores.map((score) => ({ url: '/x/', title: 'x', excerpt: '', score })),
})
const kinds = (groups: FoundGroup[]) => groups.map(({ kind }) => kind)

it('the group with the best match comes first, whatever it is not the best at', () => {
  expect(kinds(orderGroups([group('lesson', 2, 1), group('cve', 1), group('error', 9)]))).toEqual([
    ...['error', 'lesson', 'cve'],
  ])
})

it('groups that match equally well stand in the usual order', () => {
  expect(kinds(orderGroups([group('source', 1), group('word', 1), group('lesson', 1)]))).toEqual([
    ...['lesson', 'word', 'source'],
  ])
})

it('a kind of which nothing was found is left out', () => {
  expect(kinds(orderGroups([group('lesson'), group('word', 1)]))).toEqual(['word'])
})

it('how much was found is said with its kinds', () => {
  expect(describeGroups([{ ...group('error', 1, 1), count: 12 }, group('cve', 1)])).toBe(
    '13 results: Error codes 12, CVEs 1',
  )
  expect(describeGroups([group('lesson', 1)])).toBe('1 result: Lessons 1')
})
