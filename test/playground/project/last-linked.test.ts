import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetLastLinked, noteLastLinked, readLastLinked } from '#playground/project/last-linked.ts'
import { saveCode } from '#playground/storage/saved-code.ts'
import { createLimitedStorage } from '../storage/limited-storage.ts'

beforeEach(() => vi.stubGlobal('localStorage', createLimitedStorage(1_000_000).localStorage))
afterEach(() => vi.unstubAllGlobals())

const linked = { slug: 'playground/x', fragment: '#work1=x' }

it('The link whose program was edited last is known as long as that edit is there', () => {
  expect(readLastLinked()).toBeUndefined()
  noteLastLinked(linked)
  expect(readLastLinked()).toBeUndefined()
  saveCode(linked.slug, { text: 'edited', savedAt: new Date().toISOString() })
  expect(readLastLinked()).toEqual(linked)
  forgetLastLinked()
  expect(readLastLinked()).toBeUndefined()
})
