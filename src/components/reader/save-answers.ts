import { type Answer, answered, readAnswers, saveAnswer } from '#playground/storage/answers.ts'
import { toChosenAnswer } from '../chosen-answer.ts'
import { revisited } from '../revisited.ts'
import { secondsInSight } from '../seconds-in-sight.ts'

const lesson = document.querySelector<HTMLElement>('[data-lesson]')

/** Saves the prediction and the answers to the questions of a lesson's page, and puts them back when the reader comes again; what was chosen `before` is one of them. */
export function saveAnswersOfPage(before: readonly Event[]) {
  const slug = lesson?.dataset.lesson
  if (!slug) return
  putBack(readAnswers(slug))
  window.dispatchEvent(new Event(answered))
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
  if (predicted && answers.predicted && revisited !== predicted.name)
    putBackPrediction(predicted, answers.predicted)
  for (const question of lesson!.querySelectorAll('.questions .question')) putBackAnswer(question, answers)
}

/** With what came of it, as the line was chosen then. */
function putBackPrediction(predicted: HTMLSelectElement, { given = '' }: Answer) {
  if (predicted.value !== '' || given === '') return
  predicted.value = given
  predicted.closest('.predict')!.querySelector('details')!.open = true
}

/** What was chosen before this script came is newer. */
function putBackAnswer(question: Element, answers: Record<string, Answer>) {
  const inputs = [...question.querySelectorAll<HTMLInputElement>('.answer input')]
  if (inputs.some(({ checked }) => checked)) return
  for (const input of inputs)
    input.checked = input.name !== revisited && answers[input.name]?.given === input.value
}
