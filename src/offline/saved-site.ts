import { sitePath } from '#protocol/site-path.ts'
import { essentialFiles, isHashed, type OfflineIndex, type OfflinePart } from './offline-index.ts'

/** What was saved on request, and of which version of the site all that is saved is; of none while nobody asked. */
export interface SavedState {
  version: string
  parts: OfflinePart
}

/** Opens what this browser keeps of the site; several sites may share a host. */
export function openSavedSite(): Promise<Cache> {
  return caches.open(`no-oops ${sitePath('/')}`)
}

/** Reads what was saved on request. */
export async function readState(cache: Cache): Promise<SavedState> {
  const state = await cache.match(stateAddress)
  return state ? ((await state.json()) as SavedState) : { version: '', parts: [] }
}

/** Notes what was saved on request. */
export function writeState(cache: Cache, state: SavedState): Promise<void> {
  return cache.put(stateAddress, Response.json(state))
}

const stateAddress = sitePath('/offline-state')

/** The addresses below the site's path of all that is saved. */
export async function listSaved(cache: Cache): Promise<string[]> {
  const own = sitePath('/')
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  return paths.filter((path) => path !== stateAddress).map((path) => path.slice(own.length))
}

/** Removes all but the way to the site's own pages. */
export async function removeSaved(cache: Cache): Promise<void> {
  const saved = await listSaved(cache)
  const removed = saved.filter((address) => !essentialFiles.includes(address))
  await Promise.all(removed.map((address) => cache.delete(sitePath(`/${address}`))))
  await writeState(cache, { ...(await readState(cache)), parts: [] })
}

/** Fetches the list of what can be saved; undefined where it is out of reach. */
export async function fetchOfflineIndex(): Promise<OfflineIndex | undefined> {
  const response = await fetch(sitePath('/offline.json'), { cache: 'no-cache' }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as OfflineIndex) : undefined
}

/** Saves a file as the site has it now, and removes one that it has no more. Rejects where it can’t be fetched, or there is no room. */
export async function saveFile(cache: Cache, address: string): Promise<void> {
  const path = sitePath(`/${address}`)
  if (isHashed(address) && (await cache.match(path))) return
  const response = await fetch(path, { cache: 'no-cache' })
  if (response.status === 404) return void (await cache.delete(path))
  if (!response.ok || response.redirected) throw new Error(`${response.status} for ${path}`)
  await cache.put(path, response)
}
