import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveAnswer } from '#playground/storage/answers.ts'
import { openLog } from '#playground/storage/log/open-log.ts'
import { readSavedCode } from '#playground/storage/saved-code.ts'
import { toCourseFile } from '#playground/storage/work/course-file.ts'
import { eraseWork } from '#playground/storage/work/erase-work.ts'
import { importWork } from '#playground/storage/work/import-work.ts'
import { putBack, readReplaced } from '#playground/storage/work/put-back.ts'
import { toExport } from '#playground/storage/work/to-export.ts'
import type { Work } from '#playground/storage/work/work.ts'
import { createLimitedStorage, type LimitedStorage } from '../limited-storage.ts'

const savedAt = '2026-11-01T10:00:00.000Z'
const own: Record<string, string> = {
  'no-oops:theme': 'dark',
  'no-oops:progress': JSON.stringify({ 'own/solved': { solvedAt: savedAt } }),
  'no-oops:code:own/edited': JSON.stringify({ text: 'fn mine() {}', savedAt }),
}
const nothing: Work = { progress: {}, answers: {}, code: {}, log: [], replaced: [] }
let storage: LimitedStorage

beforeEach(() => {
  storage = createLimitedStorage(20_000)
  for (const [key, text] of Object.entries(own)) storage.stored.set(key, text)
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', storage.localStorage)
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => vi.unstubAllGlobals())

describe('an import', () => {
  it('brings all in, and undo takes it out again', async () => {
    const result = await bringIn(fileOf(5))
    expect(storage.stored.size).toBe(3 + 5)
    expect(JSON.parse(storage.stored.get('no-oops:progress')!)).toHaveProperty('own/solved')
    expect(await readLog()).toHaveLength(2)
    expect(await result.undo()).toBe(true)
    expect(Object.fromEntries(storage.stored)).toEqual(own)
    expect(await readLog()).toHaveLength(1)
  })

  it('that is too large leaves nothing behind, and no write is tried', async () => {
    const written: string[] = []
    const setItem = storage.localStorage.setItem as (key: string, text: string) => void
    storage.localStorage.setItem = (key: string, text: string) => (setItem(key, text), written.push(key))
    expect(await importWork(fileOf(90))).toMatchObject({ why: expect.stringMatching(/^Not imported/) })
    expect(Object.fromEntries(storage.stored)).toEqual(own)
    expect(written).toEqual([])
  })

  it('that fails half way, where another tab took the room, leaves everything as it was', async () => {
    const setItem = storage.localStorage.setItem as (key: string, text: string) => void
    let writes = 0
    storage.localStorage.setItem = (key: string, text: string) => {
      writes += 1
      if (writes === 4) throw new DOMException('full', 'QuotaExceededError')
      setItem(key, text)
    }
    expect((await importWork(fileOf(5))).kind).toBe('not imported')
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })

  it.each([
    ['newer', '2026-11-02T10:00:00.000Z', ['theirs', 'fn mine() {}']],
    ['older', '2026-10-02T10:00:00.000Z', ['fn mine() {}', 'theirs']],
  ] as const)(
    'that is %s: the newer code stands, and the other one can be had back',
    async (_, at, [stands, aside]) => {
      const code = { 'own/edited': { text: 'theirs', savedAt: at } }
      const { differing } = await bringIn(toCourseFile({ ...nothing, code }))
      expect(differing).toEqual(['own/edited'])
      expect(readSavedCode('own/edited')!.text).toBe(stands)
      const [version] = await readReplaced()
      expect(version!.text).toBe(aside)
      expect(await putBack(version!)).toBe('saved')
      expect(readSavedCode('own/edited')!.text).toBe(aside)
      expect(
        (await readReplaced()).map(({ text }) => text),
        'and so can this one',
      ).toContain(stands)
    },
  )

  it('of what another browser exported adds its log to ours, once', async () => {
    saveAnswer('a/drill', 'cast', { right: false })
    const { text } = await toExport()
    vi.stubGlobal('indexedDB', new IDBFactory())
    storage.stored.clear()
    saveAnswer('b/drill', 'own', { right: true })
    await bringIn(text)
    await bringIn(text)
    expect((await readLog()).map(({ lesson }) => lesson).toSorted()).toEqual([
      'a/drill',
      'b/drill',
      'own/solved',
    ])
  })
})

describe('what a reader answered in a drill', () => {
  const answer = (done: boolean, given: string) => ({ firstRight: false, done, given, at: savedAt })
  const file = toCourseFile({
    ...nothing,
    answers: { 'a/drill': { 'cast-cuts': answer(true, 'right'), widen: answer(false, 'theirs') } },
    code: { 'a/drill#add-mut': { text: 'fn theirs() {}', savedAt } },
  })
  const stored = () => JSON.parse(storage.stored.get('no-oops:answers:a/drill')!) as object

  it('comes in with the programs of its tasks, and undo takes both out again', async () => {
    const { undo } = await bringIn(file)
    expect(stored()).toMatchObject({ 'cast-cuts': { given: 'right' }, widen: { given: 'theirs' } })
    expect(storage.stored.has('no-oops:code:a/drill#add-mut')).toBe(true)
    await undo()
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })

  it('stays as it is here, unless only the file has it right', async () => {
    const here = { 'cast-cuts': answer(false, 'mine'), widen: answer(false, 'mine') }
    storage.stored.set('no-oops:answers:a/drill', JSON.stringify(here))
    await bringIn(file)
    expect(stored()).toMatchObject({ 'cast-cuts': { given: 'right', done: true }, widen: { given: 'mine' } })
  })
})

it('erasing leaves the settings alone, and can be undone', async () => {
  saveAnswer('a/drill', 'cast', { right: false })
  await openLog()
  const before = Object.fromEntries(storage.stored)
  const undo = await eraseWork()
  expect(Object.fromEntries(storage.stored)).toEqual({ 'no-oops:theme': 'dark' })
  expect(await readLog()).toEqual([])
  expect(await undo()).toBe(true)
  expect(Object.fromEntries(storage.stored)).toEqual(before)
  expect(await readLog()).toHaveLength(2)
})

async function bringIn(text: string) {
  const result = await importWork(text)
  if (result.kind !== 'imported') throw new Error(result.why)
  return result
}

async function readLog() {
  return (await openLog()).readEntries()
}

function fileOf(programs: number): string {
  const progress = { 'file/solved': { solvedAt: savedAt } }
  return toCourseFile({
    ...nothing,
    progress,
    log: [{ id: 'one', at: savedAt, lesson: 'file/solved', kind: 'solved' }],
    code: codeOf(programs),
  })
}

function codeOf(programs: number): Work['code'] {
  const text = '// '.padEnd(250, 'x')
  return Object.fromEntries(Array.from({ length: programs }, (_, n) => [`file/${n}`, { text, savedAt }]))
}
