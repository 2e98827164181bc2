import { pageLanguage } from '#i18n/language.ts'
import { defaultLocale } from '#i18n/locales.ts'
import { t } from '#i18n/t.ts'
import { h, render } from 'preact'
import { openIndex } from './open-index.ts'
import css from './search.css?inline'
import { SearchDialog } from './search-dialog.tsx'
import { createSearchSession } from './search-session.ts'

/** The folder of the site: this script stands there. */
const site = new URL('.', import.meta.url)

/** Each language has an index of all that can be found. */
function findIndex(): URL {
  const language = pageLanguage()
  return new URL(language === defaultLocale ? 'pagefind/' : `${language}/pagefind/`, site)
}

let opened: HTMLDialogElement | undefined

/** Opens the search over the page; a second time with what was looked for before. */
export function openSearch() {
  opened ??= createDialog()
  if (!opened.open) opened.showModal()
  opened.querySelector('input')!.select()
}

function createDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  const style = document.createElement('style')
  dialog.className = 'search-dialog'
  dialog.setAttribute('aria-label', t('Search'))
  style.textContent = css
  document.body.append(style, dialog)
  const close = () => dialog.close()
  dialog.addEventListener('click', ({ target }) => target === dialog && close())
  const session = createSearchSession(() => openIndex(findIndex()))
  const toAddress = (path: string) => new URL(path.slice(1), site).href
  render(h(SearchDialog, { session, toAddress, close }), dialog)
  return dialog
}
