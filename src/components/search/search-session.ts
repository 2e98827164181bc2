import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Found, FoundGroup } from './group-results.ts'
import type { OpenedIndex, Search } from './open-index.ts'
import type { SearchKind } from './search-kinds.ts'

export type SearchState =
  | { kind: 'loading' }
  | { kind: 'missing' }
  | { kind: 'failed' }
  /** Nothing is looked for. */
  | { kind: 'ready' }
  | { kind: 'found'; asked: string; groups: FoundGroup[] }

/** What can be chosen in the list: something that was found, or more of its kind. */
export type SearchOption = { kind: 'found'; found: Found } | { kind: 'more'; of: SearchKind }

/** A search that somebody is at: what is looked for, what was found, and which of it is chosen. */
export interface SearchSession {
  state: ReadonlySignal<SearchState>
  options: ReadonlySignal<SearchOption[]>
  /** Index of an option. */
  chosen: ReadonlySignal<number>
  /** Looks for this; what was looked for before is forgotten. */
  ask(text: string): Promise<void>
  /** Moves to the next option, or to the one before; from the last to the first. */
  move(by: 1 | -1): void
  choose(option: number): void
  /** Shows all of a kind. */
  showAll(kind: SearchKind): Promise<void>
  /** Loads the index again. */
  retry(): Promise<void>
}

const fewOfKind = 5
const mostOfKind = 50

/** Begins to load the index at once. */
export function createSearchSession(open: () => Promise<OpenedIndex>): SearchSession {
  const state = signal<SearchState>({ kind: 'loading' })
  const chosen = signal(0)
  const options = computed(() => toOptions(state.value))
  let search: Search | undefined
  let asked = ''
  let whole = new Set<SearchKind>()

  const find = async () => {
    if (!search) return
    const text = asked
    const groups = text.trim() === '' ? undefined : await search(text, (kind) => mostOf(whole, kind))
    if (text === asked) state.value = groups ? { kind: 'found', asked: text, groups } : { kind: 'ready' }
  }
  const load = async () => {
    state.value = { kind: 'loading' }
    const opened = await open()
    if (opened.kind !== 'open') return void (state.value = opened)
    search = opened.search
    await answer()
  }
  const answer = async () => {
    try {
      await find()
    } catch {
      search = undefined
      state.value = { kind: 'failed' }
    }
  }
  void load()
  return {
    ...{ state, options, chosen, retry: load },
    async ask(text) {
      asked = text
      whole = new Set()
      chosen.value = 0
      await answer()
    },
    move(by) {
      const count = options.value.length
      if (count > 0) chosen.value = (chosen.value + by + count) % count
    },
    choose: (option) => void (chosen.value = option),
    async showAll(kind) {
      whole.add(kind)
      await answer()
    },
  }
}

function mostOf(whole: ReadonlySet<SearchKind>, kind: SearchKind): number {
  return whole.has(kind) ? mostOfKind : fewOfKind
}

function toOptions(state: SearchState): SearchOption[] {
  if (state.kind !== 'found') return []
  return state.groups.flatMap(({ kind, count, found }) => [
    ...found.map((found) => ({ kind: 'found' as const, found })),
    ...(isWhole({ count, found }) ? [] : [{ kind: 'more' as const, of: kind }]),
  ])
}

/** That no more of a group can be shown. */
function isWhole({ count, found }: Pick<FoundGroup, 'count' | 'found'>): boolean {
  return found.length >= Math.min(count, mostOfKind)
}
