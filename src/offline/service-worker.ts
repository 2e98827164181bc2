import { answerRequest } from './answer-request.ts'
import { inSixes } from './in-sixes.ts'
import { essentialFiles, isNeverSaved } from './offline-index.ts'
import { refreshSavedSite } from './refresh-saved-site.ts'
import { listSaved, openSavedSite, saveFile } from './saved-site.ts'
import type { WorkerMessage } from './worker-message.ts'
import type { WorkerScope } from './worker-scope.ts'

/** Each build has its own; the build puts it in. */
declare const siteVersion: string

const scope = self as unknown as WorkerScope

scope.addEventListener('install', (event) => event.waitUntil(saveEach(essentialFiles)))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('fetch', (event) => {
  const answer = answerRequest(event)
  if (answer) event.respondWith(answer)
})
scope.addEventListener('message', (event) => event.waitUntil(heed(event.data as WorkerMessage)))

async function heed(message: WorkerMessage): Promise<void> {
  if (message.kind === 'visited') {
    await saveVisited(message.addresses)
    await refreshSavedSite(siteVersion)
  } else if (message.when === 'now' || (await isAlone())) await scope.skipWaiting()
}

async function saveEach(addresses: string[]): Promise<void> {
  const cache = await openSavedSite()
  await inSixes(addresses, (address) => saveFile(cache, address))
}

/** Those that are saved already were read before; one that the site lacks is no reason to lose the others. */
async function saveVisited(addresses: string[]): Promise<void> {
  const cache = await openSavedSite()
  const saved = new Set(await listSaved(cache))
  const missing = addresses.filter((address) => !saved.has(address) && !isNeverSaved(address))
  await inSixes(missing, (address) => saveFile(cache, address).catch(() => {}))
}

/** Whether only one page of the site is open. */
async function isAlone(): Promise<boolean> {
  return (await scope.clients.matchAll({ includeUncontrolled: true })).length <= 1
}
