import { saveAnswer } from '#playground/storage/answers.ts'

/** Remembers how the questions of a lesson were answered: a recall asks again what was wrong at first. */
export function saveQuestions() {
  const section = document.querySelector<HTMLElement>('[data-questions]')
  section?.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement
    const right = (target as HTMLElement).closest('.correct') !== null
    saveAnswer(section.dataset.questions!, name, { right, given: value })
  })
}
