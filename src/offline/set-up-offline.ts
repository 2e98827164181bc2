import { sitePath } from '#protocol/site-path.ts'
import { offerUpdate } from './offer-update.ts'
import { showBadge } from './show-badge.ts'
import type { WorkerMessage } from './worker-message.ts'

/** Has the browser save what is read of the site, from now on; tells when the network is gone, and when there is a newer version. */
export async function setUpOffline() {
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register(sitePath('/sw.js')).catch(() => undefined)
  if (!registration) return
  showBadge(() => canReach(registration))
  tellVisited(await serviceWorker.ready)
  offerUpdate(registration)
}

/** What is on its way while the worker comes was not seen by it, and is told later. */
function tellVisited({ active }: ServiceWorkerRegistration) {
  const tell = () => active?.postMessage({ kind: 'visited', addresses: listLoaded() } satisfies WorkerMessage)
  tell()
  setTimeout(tell, 5000)
  addEventListener('pagehide', tell)
}

/** Also finds out whether there is a newer version. */
function canReach(registration: ServiceWorkerRegistration): Promise<boolean> {
  return registration.update().then(
    () => true,
    () => false,
  )
}

/** What this page has loaded of the site. */
function listLoaded(): string[] {
  const own = location.origin + sitePath('/')
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  return [location.href, ...loaded]
    .filter((url) => url.startsWith(own))
    .map((url) => url.slice(own.length).replace(/[?#].*$/, ''))
}
