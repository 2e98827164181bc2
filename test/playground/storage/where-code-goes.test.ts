import { beforeEach, expect, it, vi } from 'vitest'

beforeEach(() => {
  vi.resetModules()
  const kept = new Map<string, string>()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})

/** As on a page that was just opened. */
const open = () => (vi.resetModules(), import('#playground/storage/where-code-goes.ts'))

it('Code goes nowhere but to the site’s service before the reader has said otherwise', async () => {
  expect((await open()).readWhereCodeGoes()).toEqual({})
})

it('A choice stays for later visits, and can be taken back', async () => {
  const choice = { service: 'http://localhost:4321', playground: 'compiler-explorer' } as const
  expect((await open()).chooseWhereCodeGoes(choice)).toBe('saved')
  expect((await open()).readWhereCodeGoes()).toEqual(choice)
  ;(await open()).chooseWhereCodeGoes({})
  expect((await open()).readWhereCodeGoes()).toEqual({})
})

it('What is saved of a playground that there is not, or is damaged, is no consent', async () => {
  for (const text of ['{"playground":"pastebin"}', '{"service":7}', '[]', 'null', '{']) {
    localStorage.setItem('no-oops:where-code-goes', text)
    expect((await open()).readWhereCodeGoes()).toEqual({})
  }
})
