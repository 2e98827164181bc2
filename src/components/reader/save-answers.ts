import { type Answer, readAnswers, saveAnswer } from '#playground/storage/answers.ts'
import { toChosenAnswer } from '../chosen-answer.ts'
import { revisited } from '../revisited.ts'
import { secondsInSight } from '../seconds-in-sight.ts'

const lesson = document.querySelector<HTMLElement>('[data-lesson]')

/** Saves the prediction and the answers to the questions of a lesson's page, and puts them back when the reader comes again; what was chosen `before` is one of them. */
export function saveAnswersOfPage(before: readonly Event[]) {
  const slug = lesson?.dataset.lesson
  if (!slug) return
  putBack(readAnswers(slug))
  const note = ({ target, type }: Event) => {
    if (type !== 'change' || !(target instanceof Element) || target.closest('[data-tasks]')) return
    const chosen = toChosenAnswer(target)
    if (chosen) saveAnswer(slug, chosen.name, { ...chosen.answer, ...secondsInSight(target) })
  }
  before.forEach(note)
  lesson.addEventListener('change', note)
}

function putBack(answers: Record<string, Answer>) {
  const predicted = lesson!.querySelector<HTMLSelectElement>('[name=predicted]')
  if (predicted) predicted.value ||= answers.predicted?.given ?? ''
  for (const question of lesson!.querySelectorAll('.questions .question')) putBackAnswer(question, answers)
}

/** What was chosen before this script came is newer. */
function putBackAnswer(question: Element, answers: Record<string, Answer>) {
  const inputs = [...question.querySelectorAll<HTMLInputElement>('.answer input')]
  if (inputs.some(({ checked }) => checked)) return
  for (const input of inputs)
    input.checked = input.name !== revisited && answers[input.name]?.given === input.value
}
