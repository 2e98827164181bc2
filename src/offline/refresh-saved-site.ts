import { sitePath } from '#protocol/site-path.ts'
import { inSixes } from './in-sixes.ts'
import { isHashed, isIn } from './offline-index.ts'
import { fetchOfflineIndex, listSaved, openSavedSite, readState, saveFile, writeState } from './saved-site.ts'

/** Brings all that is saved to the present version of the site; where that can't be done, the older version stays whole. */
export async function refreshSavedSite(version: string): Promise<void> {
  const cache = await openSavedSite()
  const state = await readState(cache)
  if (state.version === version) return
  const index = await fetchOfflineIndex()
  if (index?.version !== version) return
  const addresses = index.files.map(([address]) => address)
  const saved = await listSaved(cache)
  const read = saved.filter((address) => !isHashed(address))
  const asked = addresses.filter((address) => isIn(state.parts, address))
  await inSixes([...new Set([...read, ...asked])], (address) => saveFile(cache, address))
  const old = saved.filter((address) => isHashed(address) && !addresses.includes(address))
  for (const address of old) await cache.delete(sitePath(`/${address}`))
  await writeState(cache, { ...state, version })
}
