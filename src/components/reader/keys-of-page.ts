import { sitePath } from '#protocol/site-path.ts'
import { isShortcut } from '#playground/workbench/keys.ts'
import { openPageDialog } from './page-dialog.ts'

/** Has «?» show what keys there are, unless somebody types; `last` may have been that key. */
export function setUpKeysOfPage(last?: Event) {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target as Element)) return
    if (!isShortcut(event, 'keys')) return
    event.preventDefault()
    void openPageDialog(sitePath('/keys/'))
  }
  addEventListener('keydown', onKey)
  if (last instanceof KeyboardEvent) onKey(last)
}

function isTyping(element: Element): boolean {
  return element.matches('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]')
}
