import { t } from '#i18n/t.ts'
import { markSolved } from '#playground/storage/progress.ts'
import { type Answer, answered, readAnswers, saveAnswer } from '#playground/storage/answers.ts'
import { progressChanged } from '#playground/storage/storage.ts'
import { isSamePrint } from '#course/tasks/is-same-print.ts'
import { type GivenAnswer, toChosenAnswer, toTaskAnswer } from '../chosen-answer.ts'
import { revisited } from '../revisited.ts'
import { secondsInSight } from '../seconds-in-sight.ts'
import { setUpComments } from './set-up-comments.ts'
import { chooseTasks } from './choose-tasks.ts'
import { setUpTaskKeys } from './task-keys.ts'

/** Restores what the reader answered on this page, saves what is answered from now on, and lets keys do it. */
export function setUpTasks() {
  for (const list of document.querySelectorAll<HTMLElement>('[data-tasks]')) {
    chooseTasks(list)
    restore(list)
    list.addEventListener('change', ({ target }) => onChoice(list, target as HTMLElement))
    list.addEventListener('submit', (event) => onTyped(list, event))
    list.addEventListener('toggle', () => openSolutions(list), true)
    openSolutions(list)
    window.addEventListener(answered, () => show(list))
    setUpTaskKeys(list)
    setUpComments(list)
    show(list)
  }
  window.dispatchEvent(new Event(answered))
}

function restore(list: HTMLElement) {
  for (const [name, { given, done }] of Object.entries(readAnswers(list.dataset.tasks!))) {
    const task = list.querySelector<HTMLElement>(`[data-task="${CSS.escape(name)}"]`)
    if (!task || given === undefined || name === revisited) continue
    const typed = task.querySelector<HTMLInputElement>('[name="typed"]')
    if (typed) typed.value ||= given
    else restoreChoice(task, given)
    if (done) task.dataset.done = ''
  }
}

function restoreChoice(task: HTMLElement, given: string) {
  const radios = [...task.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
  // What was chosen before this script came is newer.
  if (radios.some(({ checked }) => checked)) return
  for (const radio of radios) radio.checked = radio.value === given
}

function onChoice(list: HTMLElement, control: HTMLElement) {
  const chosen = toChosenAnswer(control)
  if (chosen) take(list, control, chosen)
}

function onTyped(list: HTMLElement, event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  if (form.dataset.prints === undefined) return
  event.preventDefault()
  const typed = form.querySelector<HTMLInputElement>('[name="typed"]')!
  const right = isSamePrint(typed.value, form.dataset.prints)
  form.querySelector('.task-verdict')!.textContent = right ? t('Yes.') : t('No, it prints something else.')
  take(list, typed, toTaskAnswer(typed, right))
}

/** Who asks for the answer of a program wants its code; who has solved it may compare. */
function openSolutions(list: HTMLElement) {
  for (const asked of list.querySelectorAll('.give-up[open]:not([data-shown])')) {
    asked.setAttribute('data-shown', '')
    asked.parentElement!.querySelector('.task-solution')?.setAttribute('open', '')
  }
}

function take(list: HTMLElement, control: HTMLElement, { slug, name, answer }: GivenAnswer) {
  saveAnswer(slug, name, { ...answer, ...secondsInSight(control) })
  show(list)
}

/** Shows how far the reader is; who has done all tasks has done the lesson, if it has nothing else. */
function show(list: HTMLElement) {
  const answers = readAnswers(list.dataset.tasks!)
  const dots = [...list.querySelectorAll<HTMLElement>('li:not([hidden]) > [data-dot]')]
  for (const dot of dots) mark(dot, answers[dot.dataset.dot!])
  for (const task of list.querySelectorAll<HTMLElement>('[data-task]'))
    if (answers[task.dataset.task!]?.done && task.dataset.task !== revisited) task.dataset.done = ''
  const done = dots.filter((dot) => answers[dot.dataset.dot!]?.done).length
  const count = list.querySelector('[data-count]')
  if (!count) return
  list.querySelector('[data-end]')?.replaceChildren(...toEnd(dots, answers))
  count.textContent = done > 0 ? t('{done} of {all} done', { done, all: dots.length }) : ''
  if (done === dots.length) solve(list.dataset.tasks!)
}

/** What stands below the last task: what is left, each with a link. */
function toEnd(dots: HTMLElement[], answers: Record<string, Answer>): (string | Node)[] {
  const left = dots.filter((dot) => !answers[dot.dataset.dot!]?.done)
  if (left.length === 0) return [t('All {count} tasks are done.', { count: dots.length })]
  return [t('Not done yet:'), ...left.flatMap((dot) => [' ', linkTo(dot as HTMLAnchorElement)])]
}

function linkTo({ hash, textContent }: HTMLAnchorElement): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = hash
  link.dataset.next = ''
  link.textContent = t('Task {number}', { number: textContent.trim() })
  return link
}

function mark(dot: HTMLElement, answer: Answer | undefined) {
  dot.classList.toggle('done', answer?.done === true)
  dot.classList.toggle('missed', answer !== undefined && !answer.firstRight)
  const number = dot.textContent?.trim() ?? ''
  dot.setAttribute('aria-label', describeTask(number, answer))
}

function describeTask(number: string, answer: Answer | undefined): string {
  if (answer?.done) return t('Task {number}, done', { number })
  return answer ? t('Task {number}, not yet right', { number }) : t('Task {number}, not answered', { number })
}

function solve(slug: string) {
  markSolved(slug)
  window.dispatchEvent(new Event(progressChanged))
}
