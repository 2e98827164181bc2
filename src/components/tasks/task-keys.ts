import { fieldOf } from '../field-of.ts'

/** Lets a reader go through tasks by keys: a choice by its number or letter, Enter to the next task. A number with more digits is typed as one. */
export function setUpTaskKeys(list: HTMLElement) {
  const typing = createTyping()
  list.addEventListener('keydown', (event) => {
    const task = (event.target as HTMLElement).closest<HTMLElement>('[data-task]')
    if (!task || event.ctrlKey || event.metaKey || event.altKey || fieldOf(event.target)) return
    const step = typing.toStep(event, task) ?? toStep(event, task)
    if (!step) return
    event.preventDefault()
    step()
  })
  list.addEventListener('click', ({ target }) => {
    const link = (target as HTMLElement).closest<HTMLAnchorElement>('[data-next], [data-dot]')
    if (link) focusTarget(link)
  })
}

function toStep({ key, target }: KeyboardEvent, task: HTMLElement): (() => void) | undefined {
  const isButton = (target as HTMLElement).matches('a, button, summary')
  const next = task.querySelector<HTMLAnchorElement>('[data-next]')
  // Enter first gives the answer that has the focus.
  const isOpen = target instanceof HTMLInputElement && target.type === 'radio' && !target.checked
  if (key === 'Enter' && !isButton && !isOpen && next) return () => focusTarget(next)
  const chosen = choicesOf(task, (it) => it === key)[0]
  return chosen && (() => choose(chosen))
}

/** How long another digit is waited for, in milliseconds. */
const digitMilliseconds = 700

/** Waits for the next digit where one of the numbers that a task offers begins with what was typed; Enter ends the wait. */
function createTyping() {
  let digits = ''
  let typedIn: HTMLElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const take = (task: HTMLElement) => {
    clearTimeout(timer)
    const [chosen] = choicesOf(task, (key) => key === digits)
    if (chosen) choose(chosen)
    digits = ''
  }
  return {
    toStep({ key }: KeyboardEvent, task: HTMLElement): (() => void) | undefined {
      const before = typedIn === task ? digits : ''
      if (key === 'Enter') return before === '' ? undefined : () => take(task)
      const typed = before + key
      const mayBe = choicesOf(task, (it) => it.startsWith(typed))
      if (!/^\d$/.test(key) || (before === '' && mayBe.length === 0)) return undefined
      return () => {
        clearTimeout(timer)
        digits = mayBe.length > 0 ? typed : ''
        typedIn = task
        const isLonger = choicesOf(task, (it) => it !== typed && it.startsWith(typed)).length > 0
        if (isLonger) timer = setTimeout(() => take(task), digitMilliseconds)
        else take(task)
      }
    },
  }
}

/** With the focus at it: Enter would else choose again what was clicked before. */
function choose(radio: HTMLInputElement) {
  radio.focus({ preventScroll: true })
  radio.click()
}

function choicesOf(task: HTMLElement, isMeant: (key: string) => boolean): HTMLInputElement[] {
  return [...task.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter((radio, index) =>
    isMeant(radio.dataset.key ?? `${index + 1}`),
  )
}

function focusTarget(link: HTMLAnchorElement) {
  const target = document.querySelector<HTMLElement>(link.hash)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
