import { loadScript } from '../load-script.ts'
import type * as loaded from '../tasks/tasks-script.ts'
import { noteEarlyAnswer } from './note-early-answer.ts'

/**
 * Brings what is answered on a page besides its questions to life, if it has such; what was chosen and sent `before` counts
 * then. Returns all that was done until then, `before` and since.
 */
export async function setUpTasksLater(before: readonly Event[]): Promise<readonly Event[]> {
  if (!document.querySelector(tasks)) return before
  const seen = [...before]
  const collect = (event: Event) => {
    seen.push(event)
    noteEarlyAnswer(event)
    if (event.type === 'submit' && isAct(event)) event.preventDefault()
  }
  addEventListener('change', collect)
  addEventListener('submit', collect)
  const script = await load()
  removeEventListener('change', collect)
  removeEventListener('submit', collect)
  script.setUpAllTasks()
  seen.filter(isAct).forEach(repeat)
  return seen
}

const tasks = '[data-tasks], [data-forensics], [data-steps]'

function isAct({ type, target }: Event): boolean {
  return (
    (type === 'change' || type === 'submit') && target instanceof Element && target.closest(tasks) !== null
  )
}

/** Goes on trying while the site can’t be reached. */
async function load(): Promise<typeof loaded> {
  for (;;) {
    const script = await loadScript<typeof loaded>('tasks').catch(() => undefined)
    if (script) return script
    await new Promise((resolve) => setTimeout(resolve, 5000))
  }
}

function repeat({ target, type }: Event) {
  if (target instanceof HTMLFormElement) target.requestSubmit()
  else target!.dispatchEvent(new Event(type, { bubbles: true }))
}
