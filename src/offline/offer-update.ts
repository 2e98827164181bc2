import { t } from '#i18n/t.ts'
import { fetchOfflineIndex } from './saved-site.ts'
import { showNotice } from './show-notice.ts'
import type { WorkerMessage } from './worker-message.ts'

/** Offers a newer version of the site as soon as it is there. The page changes only when the reader says so. */
export function offerUpdate(registration: ServiceWorkerRegistration) {
  const look = () => void offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => installing.state === 'installed' && look())
  })
  addEventListener('focus', () => void registration.update().catch(() => {}))
  look()
}

/** A page that is of the new version already needs no word about it. */
async function offer(waiting: ServiceWorker | null) {
  if (!waiting || !navigator.serviceWorker.controller) return
  if (!(await isOutdated())) return tell(waiting, { kind: 'take over', when: 'alone' })
  showNotice(t('A newer version of the course is here. Your code and answers stay as they are.'), {
    label: t('Load it'),
    act: () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      tell(waiting, { kind: 'take over', when: 'now' })
    },
  })
}

function tell(worker: ServiceWorker, message: WorkerMessage) {
  worker.postMessage(message)
}

/** Whether the page was made of files that the site no longer has. */
async function isOutdated(): Promise<boolean> {
  const index = await fetchOfflineIndex()
  const files = index?.files.map(([address]) => address) ?? []
  const used = document.documentElement.outerHTML.match(/_astro\/[\w.~-]+/g) ?? []
  return files.length > 0 && used.some((address) => !files.includes(address))
}
