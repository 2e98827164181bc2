import { revisited } from '../revisited.ts'
import { secondsInSight } from '../seconds-in-sight.ts'
import { type Answer, readAnswers, saveAnswer } from '#playground/storage/answers.ts'

const lesson = document.querySelector<HTMLElement>('[data-lesson]')

/** Saves the prediction and the answers to the questions of a lesson's page, and puts them back when the reader comes again; what was chosen `before` is one of them. */
export function saveAnswersOfPage(before: readonly Event[]) {
  const slug = lesson?.dataset.lesson
  if (!slug) return
  putBack(readAnswers(slug))
  const note = ({ target, type }: Event) => {
    const given = type === 'change' && target instanceof HTMLElement && toAnswer(target)
    if (!given) return
    const { name, ...answer } = given
    saveAnswer(slug, name, { ...answer, ...secondsInSight(target) })
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

function toAnswer(target: HTMLElement) {
  if (target instanceof HTMLSelectElement && target.name === 'predicted' && target.value !== '') {
    const right = target.selectedOptions[0]!.classList.contains('right')
    return { name: target.name, given: target.value, right }
  }
  if (!(target instanceof HTMLInputElement) || !target.closest('.questions')) return undefined
  return { name: target.name, given: target.value, right: target.closest('.correct') !== null }
}
