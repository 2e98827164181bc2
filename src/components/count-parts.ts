import { t } from '#i18n/t.ts'
import { readAnswers } from '#playground/storage/answers.ts'

/** Says of each lesson in the course map that is done in parts how many of them the reader has done. */
export function countParts() {
  for (const words of document.querySelectorAll<HTMLElement>('[data-parts]')) {
    const { parts, of, noun } = words.dataset
    const names = parts!.split(' ')
    const answers = readAnswers(of!)
    const done = names.filter((name) => answers[name]?.done).length
    if (done > 0) words.textContent = describe(noun!, { done, all: names.length })
  }
}

function describe(noun: string, values: { done: number; all: number }): string {
  return noun === 'patches' ? t('{done} of {all} patches', values) : t('{done} of {all} tasks', values)
}
