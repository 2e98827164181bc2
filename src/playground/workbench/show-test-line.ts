/** Opens a tab of what checks the exercise in a workbench, brings a line of it (from 1) into sight, and selects it. */
export function showTestLine(workbench: Element, { file, line }: { file: string; line: number }) {
  const tabs = [...workbench.querySelectorAll<HTMLElement>('[role=tab]')]
  tabs.find(({ textContent }) => textContent.endsWith(file))?.click()
  requestAnimationFrame(() => {
    const code = workbench.querySelector<HTMLElement>(`pre[aria-label="${file}"]`)
    if (code) selectLine(code, line)
  })
}

function selectLine(code: HTMLElement, line: number) {
  const lines = code.textContent.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  const range = document.createRange()
  range.setStart(code.firstChild!, start)
  range.setEnd(code.firstChild!, start + (lines[line - 1]?.length ?? 0))
  code.focus({ preventScroll: true })
  getSelection()?.removeAllRanges()
  getSelection()?.addRange(range)
  scrollTo(code, range.getBoundingClientRect())
}

/** As much of the scroller above the line as below it. */
function scrollTo(code: HTMLElement, { top, height }: DOMRect) {
  for (let box: HTMLElement | null = code; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight + 1) continue
    box.scrollTop += top - box.getBoundingClientRect().top - (box.clientHeight - height) / 2
    return
  }
}
