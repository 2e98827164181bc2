import { pageLanguage } from '#i18n/language.ts'
import { readText, saveText } from '#playground/storage/storage.ts'
import { showNotice } from '../notice.ts'

/** Remembers which language a reader chose by a link; where none was chosen, offers once an English page in the browser's own language. */
export function offerLanguage() {
  addEventListener('click', ({ target }) => {
    const chosen = (target as Element).closest<HTMLElement>('a[data-language]')
    if (chosen) saveText('language', chosen.dataset.language!)
  })
  const own = readText('language') ?? navigator.language.slice(0, 2)
  const offer = Object.hasOwn(offers, own) ? offers[own]! : undefined
  const link = document.querySelector<HTMLAnchorElement>(`.site-footer a[data-language="${CSS.escape(own)}"]`)
  if (!offer || !link) return
  saveText('language', pageLanguage())
  showNotice(offer, [{ label: link.textContent.trim(), callback: () => link.click() }])
}

/** In the language that is offered. */
const offers: Readonly<Record<string, string>> = { de: 'Diese Seite gibt es auch auf Deutsch.' }
