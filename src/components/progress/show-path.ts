import type { AllAnswers } from '#playground/storage/answers.ts'
import type { LessonProgress, Progress } from '#playground/storage/progress.ts'
import type { ItemsOfLesson } from './items.ts'

/** What a reader has done, whoever knows it. */
export interface Done {
  progress: Progress
  answers: AllAnswers
}

/** Fills the picture of the path: what came of each lesson, and how much is done of each chapter and of the course. */
export function showPath(page: HTMLElement, lessons: ItemsOfLesson[], done: Done) {
  for (const cell of page.querySelectorAll<HTMLElement>('[data-cell]')) showCell(cell, lessons, done)
  for (const chapter of page.querySelectorAll('[data-of-chapter]')) showSum(chapter)
  showSum(page)
}

function showCell(cell: HTMLElement, lessons: ItemsOfLesson[], { progress, answers }: Done) {
  const slug = cell.dataset.cell!
  const items = lessons.find((lesson) => lesson.slug === slug)?.items ?? []
  const right = items.filter(({ name }) => answers[slug]?.[name]?.done).length
  const own = Object.hasOwn(progress, slug) ? progress[slug]! : {}
  const state = toState(own, right)
  cell.dataset.state = state
  cell.dataset.right = `${right}`
  cell.dataset.all = `${items.length}`
  cell.querySelector('[data-words]')!.textContent = [
    words[state],
    describeHints(own),
    describePrediction(answers[slug]),
    describeRight(right, items.length),
  ]
    .filter(Boolean)
    .join(', ')
}

/** How far a lesson is. */
export type LessonState = 'new' | 'begun' | 'read' | 'shown' | 'solved'

const words: Record<LessonState, string> = {
  new: '',
  begun: 'begun',
  read: 'read',
  shown: 'solution shown',
  solved: 'done',
}

/** The furthest that a lesson came; `right`: so many of its questions and tasks were answered. */
export function toState({ solvedAt, shownAt, readAt, hints }: LessonProgress, right: number): LessonState {
  if (solvedAt) return 'solved'
  if (shownAt) return 'shown'
  if (readAt) return 'read'
  return right > 0 || hints ? 'begun' : 'new'
}

function describeHints({ solvedAt, hints, shownAt }: LessonProgress): string {
  if (!solvedAt) return ''
  if (shownAt) return 'after the solution was shown'
  return hints ? `with ${hints} ${hints === 1 ? 'hint' : 'hints'}` : ''
}

function describePrediction(answers: AllAnswers[string] | undefined): string {
  const { predicted } = answers ?? {}
  if (!predicted) return ''
  return predicted.firstRight ? 'predicted right' : 'predicted'
}

function describeRight(right: number, all: number): string {
  return right > 0 ? `${right} of ${all} answers right` : ''
}

function showSum(part: Element) {
  const cells = [...part.querySelectorAll<HTMLElement>('[data-cell]')]
  const solved = cells.filter(({ dataset }) => dataset.state === 'solved').length
  const sum = (key: 'right' | 'all') => cells.reduce((total, { dataset }) => total + Number(dataset[key]), 0)
  const target = part.querySelector(':scope > [data-sum], :scope > * > [data-sum]')
  if (!target) return
  target.textContent = `${solved} of ${cells.length} lessons done, ${sum('right')} of ${sum('all')} answers right`
}
