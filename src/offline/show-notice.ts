import { t } from '#i18n/t.ts'

/** Shows a sentence at the foot of the window, with one thing to do about it; it stays until the reader takes or closes it. */
export function showNotice(sentence: string, action: { label: string; act: () => void }) {
  const notice = document.createElement('div')
  notice.className = 'site-notice'
  notice.setAttribute('role', 'status')
  const style = document.createElement('style')
  style.textContent = css
  document.querySelector('.site-notice')?.remove()
  document.body.append(notice)
  // A live region speaks what is put into it once it is there.
  notice.append(
    style,
    `${sentence} `,
    toButton(action.label, action.act),
    toButton(t('Later'), () => notice.remove()),
  )
}

function toButton(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}

const css = `@layer components {
.site-notice { position: fixed; inset: auto 1rem 1rem auto; z-index: 30; max-width: min(30rem, 100vw - 2rem); padding: 0.7rem 1rem;
  color: var(--ink); background: var(--surface); border: 1px solid var(--line-2); border-radius: var(--radius);
  box-shadow: 0 3px 12px var(--shadow); font-size: var(--text-aside) }
.site-notice button { min-height: 1.8rem; margin: 0.4rem 0.4rem 0 0; padding: 0 0.9rem; color: var(--ink); background: var(--surface);
  border: 1px solid var(--line-2); border-radius: 4px; cursor: pointer }
.site-notice button:hover { border-color: var(--ink) }
}`
