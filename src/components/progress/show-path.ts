import { t, tn } from '#i18n/t.ts'
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
    describeState(state),
    describeHints(own),
    describePrediction(answers[slug]),
    describeRight(right, items.length),
  ]
    .filter(Boolean)
    .join(', ')
}

/** How far a lesson is. */
export type LessonState = 'new' | 'begun' | 'read' | 'shown' | 'solved'

function describeState(state: LessonState): string {
  return {
    new: () => '',
    begun: () => t('begun'),
    read: () => t('read'),
    shown: () => t('solution shown'),
    solved: () => t('done'),
  }[state]()
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
  if (shownAt) return t('after the solution was shown')
  return hints ? tn('with {count} hint', 'with {count} hints', { count: hints }) : ''
}

function describePrediction(answers: AllAnswers[string] | undefined): string {
  const { predicted } = answers ?? {}
  if (!predicted) return ''
  return predicted.firstRight ? t('predicted right') : t('predicted')
}

function describeRight(right: number, all: number): string {
  return right > 0 ? t('{right} of {all} answers right', { right, all }) : ''
}

function showSum(part: Element) {
  const cells = [...part.querySelectorAll<HTMLElement>('[data-cell]')]
  const solved = cells.filter(({ dataset }) => dataset.state === 'solved').length
  const sum = (key: 'right' | 'all') => cells.reduce((total, { dataset }) => total + Number(dataset[key]), 0)
  const target = part.querySelector(':scope > [data-sum], :scope > * > [data-sum]')
  if (!target) return
  target.textContent = [
    t('{done} of {all} lessons done', { done: solved, all: cells.length }),
    t('{right} of {all} answers right', { right: sum('right'), all: sum('all') }),
  ].join(', ')
}
