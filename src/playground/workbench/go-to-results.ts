import type { CodeEditor } from '../program/code-editor.ts'

/** Whether the workbench is a part of the page that is scrolled: what comes may be out of sight. */
export function isInPage(): boolean {
  return matchMedia('(max-width: 1099px)').matches
}

/**
 * Where the results are a part of the page that is scrolled: brings their beginning to the upper third of the window, unless it is there.
 * Who has the cursor in an editor keeps it in sight, with the beginning of the results; where there is no room for both, the focus goes along.
 */
export function goToResults(results: HTMLElement, editor?: CodeEditor) {
  if (!isInPage()) return
  const { top } = results.getBoundingClientRect()
  if (editor?.hasFocus()) return goWithCursor(results, top, editor)
  if (top < 0 || top > innerHeight / 3) results.scrollIntoView()
}

/** So much of the results tells that they came: the names of their tabs and the first words, in pixels. */
const beginning = 110

function goWithCursor(results: HTMLElement, top: number, editor: CodeEditor) {
  const covered = results.parentElement?.querySelector('.wb-top')?.getBoundingClientRect().bottom ?? 0
  const room = editor.caret().top - Math.max(0, covered)
  const missing = top + beginning - innerHeight
  if (missing <= 0) return
  if (missing <= room) return scrollBy({ top: missing, behavior: 'instant' })
  results.scrollIntoView()
  results.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus({ preventScroll: true })
}
