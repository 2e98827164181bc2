import type * as loaded from '#offline/set-up-offline.ts'
import { loadScript } from '../load-script.ts'

/** Loads what makes the site readable offline once the page is there; not while the site is developed, whose files change all the time. */
export function setUpOfflineLater() {
  if (!import.meta.env.PROD || !navigator.serviceWorker) return
  const load = async () => (await loadScript<typeof loaded>('offline')).setUpOffline()
  if (document.readyState === 'complete') setTimeout(load, 1000)
  else addEventListener('load', () => setTimeout(load, 1000))
}
