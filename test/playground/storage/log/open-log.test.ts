import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readAllAnswers, saveAnswer } from '#playground/storage/answers.ts'
import { onLogElsewhere, openLog } from '#playground/storage/log/open-log.ts'
import { toSnapshots } from '#playground/storage/log/to-snapshots.ts'
import { markRead, markSolved, readProgress } from '#playground/storage/progress.ts'
import { createLimitedStorage, type LimitedStorage } from '../limited-storage.ts'

let storage: LimitedStorage
const waitingKeys = () => [...storage.stored.keys()].filter((key) => key.startsWith('no-oops:log:'))

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  storage = createLimitedStorage(20_000)
  vi.stubGlobal('localStorage', storage.localStorage)
})

afterEach(() => vi.unstubAllGlobals())

describe('the log', () => {
  it('takes in what pages noted, once', async () => {
    saveAnswer('a/drill', 'cast', { right: false, given: 'x' })
    markSolved('a/pair')
    expect(waitingKeys()).toHaveLength(2)
    const log = await openLog()
    expect(await log.readEntries()).toMatchObject([
      { kind: 'answered', lesson: 'a/drill', task: 'cast', right: false, given: 'x' },
      { kind: 'solved', lesson: 'a/pair', hints: 0 },
    ])
    expect(waitingKeys()).toEqual([])
    expect(await (await openLog()).readEntries()).toHaveLength(2)
  })

  it('has each answer, and of a lesson each thing once', async () => {
    for (const right of [false, true, true]) saveAnswer('a/drill', 'cast', { right })
    for (const mark of [markRead, markRead, markSolved, markSolved]) mark('a/pair')
    const entries = await (await openLog()).readEntries()
    expect(entries.map(({ kind }) => kind)).toEqual([
      ...['answered', 'answered', 'answered', 'read', 'solved'],
    ])
  })

  it('begins with what a browser saved before there was a log, however often and in how many tabs it is opened', async () => {
    const before = JSON.parse(
      readFileSync(new URL('before-the-log.json', import.meta.url), 'utf8'),
    ) as Record<string, string>
    for (const [key, text] of Object.entries(before)) storage.stored.set(key, text)
    await Promise.all([openLog(), openLog()])
    const entries = await (await openLog()).readEntries()
    expect(entries).toHaveLength(3 + 1 + 2 + 1)
    expect(toSnapshots(entries), 'and nothing of it is lost').toEqual({
      progress: readProgress(),
      answers: readAllAnswers(),
    })
    expect(Object.fromEntries(storage.stored), 'what pages read stays as it is').toEqual(before)
  })

  it('is what waits, where the browser has no database', async () => {
    vi.stubGlobal('indexedDB', undefined)
    saveAnswer('a/drill', 'cast', { right: true })
    const log = await openLog()
    expect((await log.readEntries()).some(({ kind }) => kind === 'answered')).toBe(true)
    expect(waitingKeys(), 'and nothing of it is dropped').toHaveLength(1)
  })

  it('tells other tabs that it has changed', async () => {
    const told = vi.fn()
    const end = onLogElsewhere(told)
    saveAnswer('a/drill', 'cast', { right: true })
    await openLog()
    await expect.poll(() => told.mock.calls.length).toBe(1)
    end()
  })
})
