import { inSixes } from './in-sixes.ts'
import { filesOf, type OfflineFile, type OfflineIndex, type OfflinePart } from './offline-index.ts'
import { listSaved, openSavedSite, readState, saveFile, writeState } from './saved-site.ts'

/** How saving ended; what was saved before it failed stays. */
export type SaveResult = 'saved' | 'unreachable' | 'no room'

/** Saves a part of the site, and notes that, so that a new version of it is saved as well. `onProgress` is told the bytes that are there. */
export async function savePart(
  index: OfflineIndex,
  part: OfflinePart,
  onProgress: (bytes: number) => void,
): Promise<SaveResult> {
  const cache = await openSavedSite()
  const missing = await filesToSave(index, part)
  let bytes = 0
  try {
    await inSixes(missing, async ([address, size]) => {
      await saveFile(cache, address)
      onProgress((bytes += size))
    })
    const state = await readState(cache)
    await writeState(cache, { ...state, parts: [...new Set([...state.parts, ...part])] })
    return 'saved'
  } catch (error) {
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'no room' : 'unreachable'
  }
}

/** What of a part is not saved yet; what is saved, the service worker keeps at the present version. */
export async function filesToSave(index: OfflineIndex, part: OfflinePart): Promise<OfflineFile[]> {
  const saved = new Set(await listSaved(await openSavedSite()))
  return filesOf(index, part).filter(([address]) => !saved.has(address))
}
