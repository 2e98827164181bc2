import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packText } from '#playground/program/share-link.ts'
import { takeEarlierEdit, openLinkedProgram } from '#playground/program/linked-program.ts'
import { readSavedCode, saveCode } from '#playground/storage/saved-code.ts'
import { createLimitedStorage, type LimitedStorage } from '../storage/limited-storage.ts'

let storage: LimitedStorage

beforeEach(() => {
  storage = createLimitedStorage(100_000)
  vi.stubGlobal('localStorage', storage.localStorage)
  vi.stubGlobal('window', new EventTarget())
})

afterEach(() => vi.unstubAllGlobals())

describe('a linked program', () => {
  it('is stored under a name of its own, however alike the ends of links are', async () => {
    const slugs = await Promise.all(programs().map(async (code) => (await open(code)).slug))
    expect(new Set(slugs).size).toBe(90)
    expect(slugs.every((slug) => /^playground\/[\w-]{43}$/.test(slug))).toBe(true)
  })

  it('has a name of its own where the page is not secure and the browser gives no digests', async () => {
    vi.stubGlobal('crypto', {})
    const slugs = await Promise.all(programs().map(async (code) => (await open(code)).slug))
    expect(new Set(slugs).size).toBe(90)
  })

  it('is not replaced by the edit of another program', async () => {
    const [first, second] = programs()
    saveCode((await open(first!)).slug, edit('edited'))
    expect((await open(second!)).text).toBe(second)
    expect((await open(first!)).text).toBe('edited')
  })

  it('says that an edit is there under its old name, and takes it over when asked', async () => {
    const code = programs()[0]!
    const old = `playground/${`#${await packText('code', code)}`.slice(-24)}`
    saveCode(old, edit('edited long ago'))
    const opened = await open(code)
    expect(opened).toMatchObject({ text: code, earlier: old })
    takeEarlierEdit(opened)
    expect(readSavedCode(old)).toBeUndefined()
    expect(await open(code)).toMatchObject({ text: 'edited long ago', earlier: undefined })
  })

  it('keeps the edit under its old name where the new one can’t be stored', async () => {
    const code = programs()[0]!
    const old = `playground/${`#${await packText('code', code)}`.slice(-24)}`
    saveCode(old, edit('edited long ago'))
    const opened = await open(code)
    storage.localStorage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    takeEarlierEdit(opened)
    expect(readSavedCode(old)?.text).toBe('edited long ago')
  })
})

function programs(): string[] {
  return Array.from(
    { length: 90 },
    (_, n) => `// ${n}\nfn main() {\n    println!("the end is the same");\n}\n`,
  )
}

async function open(code: string) {
  return openLinkedProgram(`#${await packText('code', code)}`, code)
}

function edit(text: string) {
  return { text, savedAt: '2026-11-01T10:00:00.000Z' }
}
