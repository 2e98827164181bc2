import { localPath } from '#i18n/local-path.ts'
import { isShortcut } from '#playground/workbench/keys.ts'
import { fieldOf } from '../field-of.ts'
import { openPageDialog } from './page-dialog.ts'

/** Has «?» show what keys there are, unless somebody types; `last` may have been that key. */
export function setUpKeysOfPage(last?: Event) {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || fieldOf(event.target)) return
    if (!isShortcut(event, 'keys')) return
    event.preventDefault()
    void openPageDialog(localPath('/keys/'))
  }
  addEventListener('keydown', onKey)
  if (last instanceof KeyboardEvent) onKey(last)
}
