const prefix = 'no-oops:'

/** Fires on `window` after the progress changed in this tab. */
export const progressChanged = 'no-oops:progress'
/** Fires on `window` after progress or code were replaced by something other than typing. */
export const workReplaced = 'no-oops:work'

/** How keeping went: a browser may have no room, or refuse. */
export type SaveResult = 'saved' | 'full' | 'refused'

/** What was kept under a name in this browser; undefined where there is nothing readable. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value under a name in this browser. */
export function save(name: string, value: unknown): SaveResult {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value))
    return 'saved'
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused'
  }
}

/** Forgets what was kept under a name. */
export function removeStored(name: string) {
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // A browser that refuses to keep has nothing to forget.
  }
}

/** Names of all that is kept and begins so. */
export function storedNames(beginning: string): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix + beginning) ? key.slice(prefix.length) : [],
    )
  } catch {
    return []
  }
}

/** Calls when another tab changes what is kept under a name; returns how to end that. */
export function onStoredElsewhere(name: string, callback: () => void): () => void {
  const listener = ({ key }: StorageEvent) => (key === prefix + name || key === null ? callback() : undefined)
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
