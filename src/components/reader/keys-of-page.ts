import { sitePath } from '#protocol/site-path.ts'
import { isShortcut } from '#playground/workbench/keys.ts'
import { openPageDialog } from './page-dialog.ts'

/** Has «?» show what keys there are, unless somebody types. */
export function setUpKeysOfPage() {
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isTyping(event.target as Element)) return
    if (!isShortcut(event, 'keys')) return
    event.preventDefault()
    void openPageDialog(sitePath('/keys/'))
  })
}

function isTyping(element: Element): boolean {
  return element.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
}
