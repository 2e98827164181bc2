import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saveReplaced } from '#playground/project/save-replaced.ts'
import { startOf } from '#playground/project/templates.ts'
import { readReplaced } from '#playground/storage/work/put-back.ts'
import { createLimitedStorage } from '../storage/limited-storage.ts'

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('localStorage', createLimitedStorage(20_000).localStorage)
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => vi.unstubAllGlobals())

const start = startOf('kernel')

it('keeps what the reader wrote, and no text of a template, nor one that stays', async () => {
  const before = { ...start, files: { ...start.files, 'ring.h': 'mine', 'same.h': 'stays', 'empty.h': '\n' } }
  await saveReplaced('playground', before, { ...start, files: { 'same.h': 'stays' } })
  expect((await readReplaced()).map(({ file, text }) => [file, text])).toEqual([
    ['playground/.kernel/ring.h', 'mine'],
  ])
})
