import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  readStored,
  readText,
  removeStored,
  save,
  saveText,
  storedNames,
} from '#playground/storage/storage.ts'

afterEach(() => vi.unstubAllGlobals())

describe('what a browser stores', () => {
  it('gives a text back as it was saved, and a value by way of JSON', () => {
    const stored = stubStorage()
    saveText('theme', 'dark')
    save('progress', { a: 1 })
    expect(stored).toEqual(
      new Map([
        ['no-oops:theme', 'dark'],
        ['no-oops:progress', '{"a":1}'],
      ]),
    )
    expect([readText('theme'), readStored('progress')]).toEqual(['dark', { a: 1 }])
  })

  it('has nothing to read where nothing was saved or it is not JSON', () => {
    stubStorage()
    saveText('theme', 'dark')
    expect([readText('last'), readStored('progress'), readStored('theme')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('stays as long as the page where the browser refuses', () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    expect([saveText('theme', 'dark'), readText('theme'), readStored('progress')]).toEqual([
      'refused',
      'dark',
      undefined,
    ])
    expect(storedNames('th')).toEqual(['theme'])
    removeStored('theme')
    expect(readText('theme')).toBeUndefined()
  })

  it('says when there is no room', () => {
    vi.stubGlobal('localStorage', {
      setItem() {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    expect(save('progress', {})).toBe('full')
  })
})

function stubStorage(): Map<string, string> {
  const stored = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  })
  return stored
}
