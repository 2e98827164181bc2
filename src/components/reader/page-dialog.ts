import { t } from '#i18n/t.ts'
import { loadScript } from '../load-script.ts'

/** What a script that an element names by `data-script` exports: it brings the element to life. */
interface ElementScript {
  start(content: HTMLElement): void
}

/** Opens links marked `data-opens` as dialogs over the page: they lead to pages that hold the same. Brings what is on such a page to life. */
export function setUpDialogs() {
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-opens]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || isHere(link)) return
    event.preventDefault()
    void openPageDialog(link.pathname)
  })
  for (const content of document.querySelectorAll<HTMLElement>('[data-script]')) void start(content)
}

/** Opens what a page of the site has to show in a dialog; where that can't be had, goes to the page. Once open, it stays the only one. */
export async function openPageDialog(path: string) {
  if (document.querySelector('.page-dialog')) return
  const content = await fetchContent(path)
  if (!content) return location.assign(path)
  const dialog = toDialog(content)
  document.body.append(dialog)
  dialog.showModal()
  await start(content)
}

function isHere({ pathname }: HTMLAnchorElement): boolean {
  return pathname === location.pathname
}

async function fetchContent(path: string): Promise<HTMLElement | undefined> {
  const response = await fetch(path).catch(() => undefined)
  if (!response?.ok) return undefined
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const content = page.querySelector<HTMLElement>('[data-dialog]')
  return content ? document.adoptNode(content) : undefined
}

function toDialog(content: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'page-dialog'
  dialog.setAttribute('aria-labelledby', 'page-dialog-title')
  const head = document.createElement('div')
  head.className = 'page-dialog-head'
  head.innerHTML = `<h2 id="page-dialog-title"></h2><button type="button" aria-label="${t('Close')}">×</button>`
  head.querySelector('h2')!.textContent = content.dataset.title!
  head.querySelector('button')!.addEventListener('click', () => dialog.close())
  dialog.append(head, content)
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  return dialog
}

async function start(content: HTMLElement) {
  const name = content.dataset.script
  if (name) (await loadScript<ElementScript>(name)).start(content)
}
