import { tn } from '#i18n/t.ts'
import { type SearchKind, searchKinds } from './search-kinds.ts'

/** One thing that was found. */
export interface Found {
  url: string
  /** Absent where it is in the language of the page. */
  language?: string
  title: string
  /** HTML, what was looked for marked in it. */
  excerpt: string
  /** Higher is better. */
  score: number
}

/** What was found of one kind, the best first; `count` may be more than are shown. */
export interface FoundGroup {
  kind: SearchKind
  count: number
  found: Found[]
}

const order = Object.keys(searchKinds) as SearchKind[]

/** Puts the group with the best match first; a kind of which nothing was found is left out. */
export function orderGroups(groups: readonly FoundGroup[]): FoundGroup[] {
  return groups
    .filter(({ found }) => found.length > 0)
    .toSorted((a, b) => bestOf(b) - bestOf(a) || order.indexOf(a.kind) - order.indexOf(b.kind))
}

function bestOf({ found }: FoundGroup): number {
  return Math.max(...found.map(({ score }) => score))
}

/** Says how much was found, for who does not see it. */
export function describeGroups(groups: readonly FoundGroup[]): string {
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const kinds = groups.map((group) => `${searchKinds[group.kind]()} ${group.count}`).join(', ')
  return tn('{count} result: {kinds}', '{count} results: {kinds}', { count, kinds })
}
