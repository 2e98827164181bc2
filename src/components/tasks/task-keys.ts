import { fieldOf } from '../field-of.ts'

/** Lets a reader go through tasks by keys: a choice by its number or letter, Enter to the next task. */
export function setUpTaskKeys(list: HTMLElement) {
  list.addEventListener('keydown', (event) => {
    const task = (event.target as HTMLElement).closest<HTMLElement>('[data-task]')
    if (!task || event.ctrlKey || event.metaKey || event.altKey || fieldOf(event.target)) return
    const step = toStep(event, task)
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
  const radios = [...task.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
  const isButton = (target as HTMLElement).matches('a, button, summary')
  const next = task.querySelector<HTMLAnchorElement>('[data-next]')
  // Enter first gives the answer that has the focus.
  const isOpen = target instanceof HTMLInputElement && target.type === 'radio' && !target.checked
  if (key === 'Enter' && !isButton && !isOpen && next) return () => focusTarget(next)
  const chosen = radios.find((radio, index) => (radio.dataset.key ?? `${index + 1}`) === key)
  return chosen && (() => chosen.click())
}

function focusTarget(link: HTMLAnchorElement) {
  const target = document.querySelector<HTMLElement>(link.hash)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
