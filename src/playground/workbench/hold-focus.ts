/** What a reader finds again who works by keyboard. */
const places = '[role="tabpanel"], [role="group"], section'

/**
 * Keeps the focus in an element when what has it vanishes, such as a button that did its work: it goes to the panel around that, and where there
 * is none to what had it before. Returns how to end that.
 */
export function holdFocus(element: HTMLElement): () => void {
  const had: HTMLElement[] = []
  let around: HTMLElement[] = []
  const onFocus = ({ target }: FocusEvent) => {
    had.unshift(target as HTMLElement)
    had.splice(10)
    around = ancestorsOf(target as HTMLElement, element)
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !element.contains(relatedTarget)) had.length = 0
  }
  const look = (changes: MutationRecord[]) => {
    const [last, ...earlier] = had
    if (changes.every(({ target }) => isOfEditor(target))) return
    if (!last || isElsewhere(last) || isThere(last)) return
    const place = around.find((it) => it.matches(places) && isThere(it)) ?? earlier.find(isThere) ?? element
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(look)
  observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] })
  element.addEventListener('focusin', onFocus)
  element.addEventListener('focusout', onBlur)
  return () => {
    observer.disconnect()
    element.removeEventListener('focusin', onFocus)
    element.removeEventListener('focusout', onBlur)
  }
}

function ancestorsOf(inner: HTMLElement, outer: HTMLElement): HTMLElement[] {
  const parent = inner.parentElement
  return !parent || inner === outer || parent === outer ? [] : [parent, ...ancestorsOf(parent, outer)]
}

/** It sees to the focus itself, and changes with each key: whether something is there costs the page's styles each time. */
function isOfEditor(changed: Node): boolean {
  return changed instanceof Element && changed.closest('.monaco-editor') !== null
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility()
}

/** Something else has taken the focus meanwhile. */
function isElsewhere(last: HTMLElement): boolean {
  const { activeElement } = document
  return activeElement !== document.body && activeElement !== last
}
