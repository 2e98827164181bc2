import { t } from '#i18n/t.ts'
import { answered, readAnswers } from '#playground/storage/answers.ts'

/** Opens the first step that is not done and closes the others, and goes on as the reader's checks pass; the page begins with the first. */
export function setUpSteps() {
  for (const list of document.querySelectorAll<HTMLElement>('[data-steps]')) {
    let done = show(list, 0)
    window.addEventListener(answered, () => {
      const before = done
      done = show(list, before)
      if (done > before) list.querySelector('[data-said]')!.textContent = say(list, done)
    })
  }
}

/** Shows which steps are done and gives their number; opens and closes steps only where that is not `before`. */
function show(list: HTMLElement, before: number): number {
  const steps = [...list.querySelectorAll<HTMLElement>('[data-step]')]
  const answers = readAnswers(list.dataset.steps!)
  const isDone = (step: HTMLElement) => checksOf(step).every((check) => answers[check]?.done)
  const done = steps.filter(isDone).length
  const now = steps.findIndex((step) => !isDone(step))
  for (const [index, step] of steps.entries()) {
    step.classList.toggle('done', isDone(step))
    step.classList.toggle('now', index === now)
    step.querySelector('.step-state')!.textContent = isDone(step)
      ? t('done')
      : index > now
        ? t('later')
        : t('now')
    if (done !== before) step.querySelector('details')!.open = index === now
  }
  return done
}

function checksOf(step: HTMLElement): string[] {
  return JSON.parse(step.dataset.checks!) as string[]
}

function say(list: HTMLElement, done: number): string {
  return t('{done} of {all} steps done.', { done, all: list.querySelectorAll('[data-step]').length })
}
