const prefix = 'no-oops:'

/** Fires on `window` after the progress changed in this tab. */
export const progressChanged = 'no-oops:progress'
/** Fires on `window` after progress or code were replaced by something other than typing. */
export const workReplaced = 'no-oops:work'

/** Fires on `window` when something could not be saved; its detail is the `SaveResult`. */
export const saveFailed = 'no-oops:unsaved'

/** What this browser would not save, by name: the same for all scripts of a page, which may each have this module. */
const unsaved: Map<string, string> = ((
  globalThis as { noOopsUnsaved?: Map<string, string> }
).noOopsUnsaved ??= new Map())

/** What came of saving: a browser may have no room, or refuse. */
export type SaveResult = 'saved' | 'full' | 'refused'

/** Reads what was saved under a name in this browser; undefined where there is none or it is not JSON. */
export function readStored(name: string): unknown {
  try {
    return JSON.parse(readText(name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Saves a value, as JSON, under a name in this browser. */
export function save(name: string, value: unknown): SaveResult {
  return saveText(name, JSON.stringify(value))
}

/** Reads the text that was saved under a name as it is; undefined where there is none. */
export function readText(name: string): string | undefined {
  if (unsaved.has(name)) return unsaved.get(name)
  try {
    return localStorage.getItem(prefix + name) ?? undefined
  } catch {
    return undefined
  }
}

/** Saves a text as it is, such as the theme, which a script reads before anything is parsed; what can't be saved stays until the page is left. */
export function saveText(name: string, text: string): SaveResult {
  const result = storeText(name, text)
  if (result === 'saved') unsaved.delete(name)
  else {
    unsaved.set(name, text)
    globalThis.dispatchEvent?.(new CustomEvent(saveFailed, { detail: result }))
  }
  return result
}

/** Saves a text, or leaves everything as it is. */
export function storeText(name: string, text: string): SaveResult {
  try {
    localStorage.setItem(prefix + name, text)
    return 'saved'
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused'
  }
}

/** Removes what was saved under a name. */
export function removeStored(name: string) {
  unsaved.delete(name)
  try {
    localStorage.removeItem(prefix + name)
  } catch {
    // A browser that refuses to save has nothing to remove.
  }
}

/** Lists the names of all that is saved and begin so. */
export function storedNames(beginning: string): string[] {
  const names = new Set([...namesInStorage(), ...unsaved.keys()])
  return [...names].filter((name) => name.startsWith(beginning))
}

function namesInStorage(): string[] {
  try {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length) : [],
    )
  } catch {
    return []
  }
}

/** Calls back when another tab changes what is saved under a name; returns how to end that. */
export function onStoredElsewhere(name: string, callback: () => void): () => void {
  const listener = ({ key }: StorageEvent) => (key === prefix + name || key === null ? callback() : undefined)
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
