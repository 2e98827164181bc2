import { readStored, save } from '../storage/storage.ts'
import type { Layout, View } from '../program/view.ts'

/** Narrower windows have no room for two sides: there the workbench is a part of the page. */
const wide = '(min-width: 1100px)'

/** Whether the page was opened with `?present`: large code, for a projector. */
export function isPresenting(): boolean {
  return new URLSearchParams(location.search).has('present') && matchMedia(wide).matches
}

/** Opens the layout that the reader left, and leaves it where the window becomes too narrow; returns how to end that. */
export function followLayout({ layout }: View): () => void {
  const media = matchMedia(wide)
  const apply = () => {
    const wanted = isPresenting() ? 'split' : toLayout(readStored('layout'))
    document.documentElement.toggleAttribute('data-present', isPresenting())
    layout.value = media.matches ? wanted : 'page'
  }
  apply()
  media.addEventListener('change', apply)
  return () => media.removeEventListener('change', apply)
}

/** Has the code large while the page is presented, and `begin` once where it is; returns how to end that. */
export function followPresenting(begin: () => void): () => void {
  const media = matchMedia(wide)
  const apply = () => document.documentElement.toggleAttribute('data-present', isPresenting())
  apply()
  if (isPresenting()) begin()
  media.addEventListener('change', apply)
  return () => media.removeEventListener('change', apply)
}

/** Changes between a layout and the page, and keeps that for next time; nothing where the window is too narrow. */
export function toggleLayout({ layout }: View, to: 'full' | 'split') {
  if (!matchMedia(wide).matches) return
  layout.value = layout.peek() === to ? 'page' : to
  save('layout', layout.peek())
}

function toLayout(value: unknown): Layout {
  return value === 'full' || value === 'split' ? value : 'page'
}
