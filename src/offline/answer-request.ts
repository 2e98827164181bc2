import { isLocale } from '#i18n/locales.ts'
import { sitePath } from '#protocol/site-path.ts'
import { isHashed, isNeverSaved } from './offline-index.ts'
import { openSavedSite } from './saved-site.ts'
import type { FetchEvent } from './worker-scope.ts'

/** Answers a request for a file of the site, and saves what the reader sees; undefined for what is not for it to answer, such as all below `/api/`. */
export function answerRequest(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event
  const address = toAddress(request)
  if (address === undefined || isNeverSaved(address)) return undefined
  return isHashed(address) ? fromSavedFirst(event) : fromNetworkFirst(event)
}

/** Below the site's path; undefined for other hosts, other sites of this one, and what is not just read. */
function toAddress({ method, url, headers }: Request): string | undefined {
  const { origin, pathname } = new URL(url)
  const isOfSite = origin === location.origin && pathname.startsWith(sitePath('/'))
  if (!isOfSite || method !== 'GET' || headers.has('range')) return undefined
  return pathname.slice(sitePath('/').length)
}

async function fromSavedFirst(event: FetchEvent): Promise<Response> {
  const cache = await openSavedSite()
  return (await cache.match(withoutSearch(event.request.url))) ?? fetchAndSave(event, cache)
}

/** How long the network may take where there is a saved answer. */
const patienceMilliseconds = 4000

async function fromNetworkFirst(event: FetchEvent): Promise<Response> {
  const cache = await openSavedSite()
  const fetched = fetchAndSave(event, cache)
  const saved = await cache.match(withoutSearch(event.request.url))
  if (!saved) return fetched.catch(() => answerUnsaved(event, cache))
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patienceMilliseconds, saved))
  return Promise.race([fetched, late]).catch(() => saved)
}

async function fetchAndSave(event: FetchEvent, cache: Cache): Promise<Response> {
  const response = await fetch(event.request)
  if (response.status === 200 && !response.redirected)
    event.waitUntil(cache.put(withoutSearch(event.request.url), response.clone()).catch(() => {}))
  return response
}

/** In place of a page, the one that says what is saved: in that page's language if it is saved, too. */
async function answerUnsaved({ request }: FetchEvent, cache: Cache): Promise<Response> {
  if (request.mode !== 'navigate') return Response.error()
  const [first] = toAddress(request)?.split('/') ?? []
  const own =
    first !== undefined && isLocale(first) ? await cache.match(sitePath(`/${first}/offline/`)) : undefined
  return own ?? (await cache.match(sitePath('/offline/'))) ?? Response.error()
}

/** What is asked for in the search part is for the page's own scripts. */
function withoutSearch(url: string): string {
  return url.replace(/[?#].*$/, '')
}
