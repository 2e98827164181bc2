import { loadScript } from '../load-script.ts'
import type * as loaded from '../tasks/tasks-script.ts'

/** Brings what is answered on a page besides its questions to life, if it has such; what was chosen and sent `before` counts then. */
export async function setUpTasksLater(before: readonly Event[]) {
  if (!document.querySelector(tasks)) return
  const acts = before.filter(isAct)
  const collect = (event: Event) => {
    if (!isAct(event)) return
    if (event.type === 'submit') event.preventDefault()
    acts.push(event)
  }
  addEventListener('change', collect)
  addEventListener('submit', collect)
  const script = await load()
  removeEventListener('change', collect)
  removeEventListener('submit', collect)
  script.setUpAllTasks()
  acts.forEach(repeat)
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
