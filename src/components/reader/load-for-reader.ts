import { loadScript } from '../load-script.ts'
import type * as loaded from './for-reader.ts'

/** Loads what only a reader needs at the first sign of one: a page that is only opened is without it. */
export function loadForReader() {
  let last: Event | undefined
  let loading: Promise<void> | undefined
  const onSign = (event: Event) => {
    last = event
    const badge = event.type === 'click' && (event.target as Element).closest<HTMLElement>('a.badge')
    if (badge) event.preventDefault()
    loading ??= load()
    if (badge) void loading.then(() => badge.click())
  }
  const load = async () => {
    const script = await loadScript<typeof loaded>('for-reader').catch(() => undefined)
    if (!script) return tryLater()
    for (const sign of signs) removeEventListener(sign, onSign)
    script.startForReader(last)
  }
  const tryLater = () => void setTimeout(() => (loading = undefined), 5000)
  for (const sign of signs) addEventListener(sign, onSign, { passive: sign !== 'click' })
  // A page that is made by a script.
  if (document.querySelector('[data-script]')) loading = load()
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'click']
