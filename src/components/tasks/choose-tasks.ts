import { t } from '#i18n/t.ts'
import { answered, readAnswers } from '#playground/storage/answers.ts'
import { revisited } from '../revisited.ts'

/** Of a list that shows only some of its tasks: shows first what was answered wrongly, then what never was. */
export function chooseTasks(list: HTMLElement) {
  list.classList.add('chosen')
  const show = Number(list.dataset.show ?? Infinity)
  const tasks = [...list.querySelectorAll<HTMLElement>('[data-task]')]
  if (tasks.length <= show) return
  const chosen = new Set(tasks.toSorted((a, b) => rank(a) - rank(b)).slice(0, show))
  for (const task of tasks) if (task.dataset.task === revisited) chosen.add(task)
  for (const task of tasks) setHidden(list, task, !chosen.has(task))
  number(list, tasks)
  const more = list.querySelector<HTMLButtonElement>('[data-more]')!
  more.hidden = false
  more.addEventListener('click', () => {
    for (const task of tasks) setHidden(list, task, false)
    number(list, tasks)
    more.hidden = true
    window.dispatchEvent(new Event(answered))
  })
}

/** The smaller, the more it wants to be asked again; tasks of its own have no answer from before. */
function rank({ dataset }: HTMLElement): number {
  const [slug, name] = dataset.origin?.split('#') ?? []
  const answer = slug && name ? readAnswers(slug)[name] : undefined
  if (!answer) return 1
  return answer.firstRight ? 2 : 0
}

function setHidden(list: HTMLElement, task: HTMLElement, isHidden: boolean) {
  task.hidden = isHidden
  list.querySelector(`[data-dot="${task.dataset.task}"]`)!.parentElement!.hidden = isHidden
}

function number(list: HTMLElement, tasks: HTMLElement[]) {
  const shown = tasks.filter(({ hidden }) => !hidden)
  for (const [index, task] of shown.entries()) {
    task.querySelector('.number')!.textContent = t('{at} of {count}', { at: index + 1, count: shown.length })
    list.querySelector(`[data-dot="${task.dataset.task}"]`)!.textContent = `${index + 1}`
    const next = shown[index + 1]
    task.querySelector<HTMLAnchorElement>('[data-next]')!.hash = next ? next.id : 'tasks-end'
  }
}
