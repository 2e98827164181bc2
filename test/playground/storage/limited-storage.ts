/** A `localStorage` with room for so many characters, names included, as browsers count. */
export interface LimitedStorage {
  stored: Map<string, string>
  localStorage: Record<string, unknown>
}

/** Makes one; what it stores are its own enumerable keys, as `Object.keys(localStorage)` reads them. */
export function createLimitedStorage(room: number): LimitedStorage {
  const stored = new Map<string, string>()
  const used = () => [...stored].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
  const methods = {
    getItem: (key: string) => stored.get(key) ?? null,
    removeItem: (key: string) => void stored.delete(key),
    setItem(key: string, text: string) {
      const before = stored.has(key) ? key.length + stored.get(key)!.length : 0
      if (used() - before + key.length + text.length > room)
        throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, text)
    },
  }
  const localStorage = new Proxy<Record<string, unknown>>(methods, {
    ownKeys: () => [...stored.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      stored.has(String(key)) ? { enumerable: true, configurable: true, value: '' } : undefined,
  })
  return { stored, localStorage }
}
