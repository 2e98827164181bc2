import { expect, it, vi } from 'vitest'
import type { FoundGroup } from '#components/search/group-results.ts'
import type { OpenedIndex, Search } from '#components/search/open-index.ts'
import { createSearchSession } from '#components/search/search-session.ts'

/** Twelve error codes and one lesson are found by everything. */
const everything: Search = async (text, most) => [
  groupOf('error', { count: 12, most: most('error') }, text),
  groupOf('lesson', { count: 1, most: most('lesson') }, text),
]

it('waits for the index, and then answers what was typed meanwhile', async () => {
  const index = Promise.withResolvers<OpenedIndex>()
  const session = createSearchSession(() => index.promise)
  await session.ask('lock')
  expect(session.state.value.kind).toBe('loading')
  index.resolve({ kind: 'open', search: everything })
  await vi.waitFor(() => expect(session.state.value).toMatchObject({ kind: 'found', asked: 'lock' }))
})

it('shows five of a kind, and all of them when they are asked for', async () => {
  const session = await opened(everything)
  await session.ask('lock')
  expect(session.options.value.map(({ kind }) => kind)).toEqual([...Array(5).fill('found'), 'more', 'found'])
  await session.showAll('error')
  expect(session.options.value).toHaveLength(13)
})

it('goes from the last option to the first, and back', async () => {
  const session = await opened(everything)
  await session.ask('lock')
  session.move(-1)
  expect(session.chosen.value).toBe(6)
  session.move(1)
  expect(session.chosen.value).toBe(0)
})

it('an answer that comes late does not replace a later one', async () => {
  const slow = Promise.withResolvers<void>()
  const session = await opened(async (text, most) => {
    if (text === 'slow') await slow.promise
    return everything(text, most)
  })
  const first = session.ask('slow')
  await session.ask('quick')
  slow.resolve()
  await first
  expect(session.state.value).toMatchObject({ asked: 'quick' })
})

it('an empty field looks for nothing', async () => {
  const session = await opened(everything)
  await session.ask('lock')
  await session.ask('  ')
  expect(session.state.value).toEqual({ kind: 'ready' })
})

it('says that there is no index, and loads one that failed again', async () => {
  const missing = createSearchSession(async () => ({ kind: 'missing' }))
  await vi.waitFor(() => expect(missing.state.value.kind).toBe('missing'))
  const answers: OpenedIndex[] = [{ kind: 'failed' }, { kind: 'open', search: everything }]
  const session = createSearchSession(async () => answers.shift()!)
  await vi.waitFor(() => expect(session.state.value.kind).toBe('failed'))
  await session.retry()
  expect(session.state.value.kind).toBe('ready')
})

it('says so where a part of the index can not be loaded', async () => {
  const session = await opened(() => Promise.reject(new Error('offline')))
  await session.ask('lock')
  expect(session.state.value.kind).toBe('failed')
})

async function opened(search: Search) {
  const session = createSearchSession(async () => ({ kind: 'open', search }))
  await vi.waitFor(() => expect(session.state.value.kind).toBe('ready'))
  return session
}

function groupOf(
  kind: FoundGroup['kind'],
  { count, most }: Record<'count' | 'most', number>,
  text: string,
): FoundGroup {
  const found = Array.from({ length: Math.min(count, most) }, (_, index) => ({
    ...{ url: `/${kind}/${index}/`, title: text, excerpt: '', score: 1 },
  }))
  return { kind, count, found }
}
