import { signal } from '@preact/signals'
import { settingChanged } from '../storage/settings.ts'
import { readStored, save } from '../storage/storage.ts'
import type { Layout, View } from '../program/view.ts'

/** Narrower windows have no room for two sides: there the workbench is a part of the page. */
const wide = '(min-width: 1100px)'

/** Whether the page is presented now, for what is drawn by it. */
export const presenting = signal(false)

/** Fires on `window` after the address was given `?present`, or was rid of it. */
const presentChanged = 'no-oops:present'

/** Whether the address has `?present` and the window is wide enough: large code, for a projector. */
export function isPresenting(): boolean {
  return new URLSearchParams(location.search).has('present') && matchMedia(wide).matches
}

/** Begins to present the page, or ends that; the address keeps it, and the code stays as it is. */
export function togglePresenting() {
  const { pathname, search, hash } = location
  const params = new URLSearchParams(search)
  if (params.has('present')) params.delete('present')
  else params.set('present', '')
  const query = params.toString().replace(/\bpresent=(?=&|$)/, 'present')
  history.replaceState(history.state, '', `${pathname}${query && `?${query}`}${hash}`)
  window.dispatchEvent(new Event(presentChanged))
}

/** Opens the layout that the reader left, and leaves it where the window becomes too narrow; returns how to end that. */
export function followLayout({ layout }: View): () => void {
  const media = matchMedia(wide)
  return followPresenting(() => {
    const wanted = isPresenting() ? 'split' : toLayout(readStored('layout'))
    layout.value = media.matches ? wanted : 'page'
  })
}

/** Has the code large while the page is presented; calls back at once, and when the window or the address changed. Returns how to end that. */
export function followPresenting(callback = () => {}): () => void {
  const media = matchMedia(wide)
  const follow = () => {
    const before = presenting.peek()
    presenting.value = isPresenting()
    document.documentElement.toggleAttribute('data-present', presenting.peek())
    // As after a setting, editors take the size of code again.
    if (presenting.peek() !== before) window.dispatchEvent(new CustomEvent(settingChanged))
    callback()
  }
  follow()
  media.addEventListener('change', follow)
  window.addEventListener(presentChanged, follow)
  return () => {
    media.removeEventListener('change', follow)
    window.removeEventListener(presentChanged, follow)
  }
}

/** Changes between a layout and the page, and keeps that for next time; nothing where the window is too narrow. */
export function toggleLayout({ layout }: View, to: 'full' | 'split') {
  if (!matchMedia(wide).matches) return
  layout.value = layout.peek() === to ? 'page' : to
  save('layout', layout.peek())
}

/** Goes back to the page, and keeps that for next time. */
export function leaveLayout({ layout }: View) {
  layout.value = 'page'
  save('layout', 'page')
}

function toLayout(value: unknown): Layout {
  return value === 'full' || value === 'split' ? value : 'page'
}
