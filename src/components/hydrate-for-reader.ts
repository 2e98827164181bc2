import type { ClientDirective } from 'astro'
import { loadWords } from './load-words.ts'

/**
 * Loads a component when it is near the window and somebody is seen to read the page: a page that is only opened costs its text
 * and code. What is clicked or typed before the component is there happens again.
 */
const hydrateForReader: ClientDirective = async (load, _options, element) => {
  const acts = keepActs(element)
  await Promise.all([whenNear(element), whenRead()])
  const [hydrate] = await Promise.all([load(), loadWords()])
  await hydrate()
  acts.repeat()
}

export default hydrateForReader

function whenNear(element: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        resolve()
      },
      { rootMargin: '300px' },
    )
    for (const child of element.children) observer.observe(child)
  })
}

const signs = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll', 'click']

/** Not every way of reading gives a sign; and who has worked here before sees that work at once. */
function whenRead(): Promise<void> {
  return new Promise((resolve) => {
    if (hasWorked() || location.search || location.hash) return resolve()
    setTimeout(resolve, 5000)
    for (const sign of signs)
      addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true })
  })
}

function hasWorked(): boolean {
  try {
    return localStorage.length > 0
  } catch {
    return false
  }
}

/** Links and menus do without scripts what a click asks for. */
const withoutScripts = 'a, summary, input, [popovertarget]'

/** Keeps what is clicked and typed in an element, and has it happen once more; that the browser writes nothing then is for who listens to say. */
function keepActs(element: HTMLElement): { repeat(): void } {
  const acts: (MouseEvent | KeyboardEvent)[] = []
  const keep = (event: MouseEvent | KeyboardEvent) => void acts.push(event)
  element.addEventListener('click', keep)
  element.addEventListener('keydown', keep)
  return {
    repeat() {
      element.removeEventListener('click', keep)
      element.removeEventListener('keydown', keep)
      for (const act of acts)
        if (act.target instanceof Element && !act.target.closest(withoutScripts))
          act.target.dispatchEvent(copyOf(act))
    },
  }
}

function copyOf(act: MouseEvent | KeyboardEvent): Event {
  return act instanceof MouseEvent ? new MouseEvent('click', act) : new KeyboardEvent('keydown', act)
}
