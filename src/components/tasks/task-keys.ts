import { fieldOf } from '../field-of.ts'

/** Lets a reader go through tasks by keys: a choice by its number or letter, arrows between choices, Enter to the next task. */
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

function toStep({ key, target, shiftKey }: KeyboardEvent, task: HTMLElement): (() => void) | undefined {
  const radios = [...task.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
  const isButton = (target as HTMLElement).matches('a, button, summary')
  const next = task.querySelector<HTMLAnchorElement>('[data-next]')
  if (key === 'Enter' && !isButton && next) return () => focusTarget(next)
  const at = radios.indexOf(target as HTMLInputElement)
  const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
  if (move && at >= 0 && !shiftKey) return () => radios.at((at + move) % radios.length)!.focus()
  const chosen = radios.find((radio, index) => (radio.dataset.key ?? `${index + 1}`) === key)
  return chosen && (() => chosen.click())
}

function focusTarget(link: HTMLAnchorElement) {
  const target = document.querySelector<HTMLElement>(link.hash)
  target?.scrollIntoView({ block: 'start' })
  target?.focus({ preventScroll: true })
}
