import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { toast } from '#playground/notices/toasts.ts'
import { toCourseFile, type Work } from '#playground/storage/course-file.ts'
import { offerToImport } from '#playground/workbench/import-work.ts'
import { createLimitedStorage, type LimitedStorage } from '../storage/limited-storage.ts'

const savedAt = '2026-11-01T10:00:00.000Z'
const own: Record<string, string> = {
  'no-oops:theme': 'dark',
  'no-oops:progress': JSON.stringify({ 'own/solved': { solvedAt: savedAt } }),
  'no-oops:code:own/edited': JSON.stringify({ text: 'fn mine() {}', savedAt }),
}
let storage: LimitedStorage

beforeEach(() => {
  storage = createLimitedStorage(20_000)
  for (const [key, text] of Object.entries(own)) storage.stored.set(key, text)
  vi.stubGlobal('localStorage', storage.localStorage)
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => vi.unstubAllGlobals())

describe('an import', () => {
  it('brings all in, and Undo takes it out again', async () => {
    await offerToImport(fileOf(5))
    expect(storage.stored.size).toBe(3 + 5)
    expect(JSON.parse(storage.stored.get('no-oops:progress')!)).toHaveProperty('own/solved')
    toast.value!.actions[0]!.callback()
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })

  it('that is too large leaves nothing behind, and no write is tried', async () => {
    const written: string[] = []
    const setItem = storage.localStorage.setItem as (key: string, text: string) => void
    storage.localStorage.setItem = (key: string, text: string) => (setItem(key, text), written.push(key))
    await offerToImport(fileOf(90))
    expect(toast.value!.text).toMatch(/^Not imported/)
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
    await offerToImport(fileOf(5))
    expect(toast.value!.text).toMatch(/^Not imported/)
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })

  it('replaces the reader’s own code only when all of the rest fits', async () => {
    const file = toCourseFile({
      progress: {},
      answers: {},
      code: { ...codeOf(90), 'own/edited': { text: 'theirs', savedAt } },
    })
    await offerToImport(file)
    toast.value!.actions.find(({ label }) => label.startsWith('Use'))!.callback()
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })
})

describe('what a reader answered in a drill', () => {
  const answer = (done: boolean, given: string) => ({ firstRight: false, done, given, at: savedAt })
  const file = toCourseFile({
    progress: {},
    answers: { 'a/drill': { 'cast-cuts': answer(true, 'right'), widen: answer(false, 'theirs') } },
    code: { 'a/drill#add-mut': { text: 'fn theirs() {}', savedAt } },
  })
  const stored = () => JSON.parse(storage.stored.get('no-oops:answers:a/drill')!) as object

  it('comes in with the programs of its tasks, and Undo takes both out again', async () => {
    await offerToImport(file)
    expect(stored()).toMatchObject({ 'cast-cuts': { given: 'right' }, widen: { given: 'theirs' } })
    expect(storage.stored.has('no-oops:code:a/drill#add-mut')).toBe(true)
    toast.value!.actions[0]!.callback()
    expect(Object.fromEntries(storage.stored)).toEqual(own)
  })

  it('stays as it is here, unless only the file has it right', async () => {
    const here = { 'cast-cuts': answer(false, 'mine'), widen: answer(false, 'mine') }
    storage.stored.set('no-oops:answers:a/drill', JSON.stringify(here))
    await offerToImport(file)
    expect(stored()).toMatchObject({ 'cast-cuts': { given: 'right', done: true }, widen: { given: 'mine' } })
  })
})

function fileOf(programs: number): string {
  return toCourseFile({
    progress: { 'file/solved': { solvedAt: savedAt } },
    answers: {},
    code: codeOf(programs),
  })
}

function codeOf(programs: number): Work['code'] {
  const text = '// '.padEnd(250, 'x')
  return Object.fromEntries(Array.from({ length: programs }, (_, n) => [`file/${n}`, { text, savedAt }]))
}
