import { t } from '#i18n/t.ts'
import '../dialog.css'

/** What the reader is asked to type. */
export interface NameQuestion {
  title: string
  value: string
  /** Says what is wrong with a name; undefined for one that will do. */
  describeBad(name: string): string | undefined
}

/** Asks for a name in a window over the page; undefined where the reader thinks better of it. */
export function askName({ title, value, describeBad }: NameQuestion): Promise<string | undefined> {
  const dialog = document.createElement('dialog')
  dialog.className = 'wb-dialog wb-name'
  dialog.setAttribute('aria-labelledby', 'wb-dialog-title')
  dialog.innerHTML = `<form method="dialog">
    <h2 id="wb-dialog-title"></h2>
    <input autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200"
      aria-labelledby="wb-dialog-title" aria-describedby="wb-dialog-wrong">
    <p id="wb-dialog-wrong" role="alert"></p>
    <div class="wb-buttons">
      <button class="wb-button wb-primary" value="ok">${t('OK')}</button>
      <button class="wb-button" type="button">${t('Cancel')}</button>
    </div>
  </form>`
  const input = dialog.querySelector('input')!
  const said = dialog.querySelector('[role]')!
  dialog.querySelector('h2')!.textContent = title
  input.value = value
  dialog.querySelector('button[type]')!.addEventListener('click', () => dialog.close())
  dialog.querySelector('form')!.addEventListener('submit', (event) => {
    const wrong = describeBad(input.value.trim())
    said.textContent = wrong ?? ''
    input.setAttribute('aria-invalid', String(wrong !== undefined))
    if (wrong !== undefined) event.preventDefault()
  })
  document.body.append(dialog)
  dialog.showModal()
  input.select()
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'ok' ? input.value.trim() : undefined)
    }),
  )
}
