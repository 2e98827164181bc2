import { t } from '#i18n/t.ts'

/** What can be done about a notice. */
export interface NoticeAction {
  label: string
  callback(): void
}

/** Shows a sentence at the bottom of the window until the reader closes it; the newest replaces the one before. For pages without a workbench's toasts. */
export function showNotice(text: string, actions: NoticeAction[] = []) {
  const notice = findNotice()
  const close = { label: t('Close'), callback: () => {} }
  notice.replaceChildren(
    text,
    ...[...actions, close].map(({ label, callback }) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = label
      button.addEventListener('click', () => (notice.replaceChildren(), callback()))
      return button
    }),
  )
}

/** Takes a sentence away, if it is the one that is shown. */
export function closeNotice(text: string) {
  const notice = document.querySelector('.notice')
  if (notice?.firstChild?.textContent === text) notice.replaceChildren()
}

/** A dialog hides from screen readers what is outside of it. */
function findNotice(): HTMLElement {
  const parent = document.querySelector('dialog[open]') ?? document.body
  const known = document.querySelector<HTMLElement>('.notice')
  if (known?.parentElement === parent) return known
  known?.remove()
  const notice = document.createElement('div')
  notice.className = 'notice'
  notice.setAttribute('role', 'status')
  parent.append(notice)
  return notice
}
