import { readAnswers } from '#playground/storage/answers.ts'

/** Says of each lesson in the course map that is done in parts how many of them the reader has done. */
export function countParts() {
  for (const words of document.querySelectorAll<HTMLElement>('[data-parts]')) {
    const { parts, of, noun } = words.dataset
    const names = parts!.split(' ')
    const answers = readAnswers(of!)
    const done = names.filter((name) => answers[name]?.done).length
    if (done > 0) words.textContent = `${done} of ${names.length} ${noun}`
  }
}
