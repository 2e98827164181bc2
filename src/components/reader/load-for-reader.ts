import { loadScript } from '../load-script.ts'
import type * as loaded from './for-reader.ts'

/** Loads what only a reader needs at the first sign of one: a page that is only opened is without it. */
export function loadForReader() {
  let last: Event | undefined
  let loading: Promise<boolean> | undefined
  const onSign = async (event: Event) => {
    last = event
    const link = isPlainClick(event) && (event.target as Element).closest<HTMLAnchorElement>(waiting)
    if (link) event.preventDefault()
    const isThere = await (loading ??= load())
    if (!isThere) setTimeout(() => (loading = undefined), 5000)
    if (link && isThere) link.click()
    else if (link) location.assign(link.href)
  }
  const load = async () => {
    const script = await loadScript<typeof loaded>('for-reader').catch(() => undefined)
    if (!script) return false
    for (const sign of signs) removeEventListener(sign, onSign)
    script.startForReader(last)
    return true
  }
  for (const sign of signs) addEventListener(sign, onSign, { passive: sign !== 'click' })
  // A page that is made by a script.
  if (document.querySelector('[data-script]')) loading = load()
}

/** One that asks for no new tab. */
function isPlainClick(event: Event): boolean {
  return (
    event instanceof MouseEvent &&
    event.type === 'click' &&
    !(event.ctrlKey || event.metaKey || event.shiftKey)
  )
}

/** Links whose clicks wait for the script, which does more with them than to go there. */
const waiting = 'a.badge, a[data-opens]'

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'click']
