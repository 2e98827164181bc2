/** What is left to read or to answer on a lesson's page, and where. */
export interface WhatIsLeft {
  words: string
  href: string
}

/** Finds what comes after the exercise on the page around the workbench; undefined where all of it is done. */
export function findWhatIsLeft(): WhatIsLeft | undefined {
  const questions = [...document.querySelectorAll('.questions .question')]
  const open = questions.filter((question) => !question.querySelector('.correct :checked')).length
  const tasks = document.querySelectorAll('.after .task:not([data-done])').length
  const reading = findReading()
  const words = [reading?.textContent, count(tasks, 'task'), count(open, 'question')]
  const href = reading ? `#${reading.id}` : tasks > 0 ? '#transfer' : '#questions'
  const left = words.filter(Boolean).join(', ')
  return left === '' ? undefined : { words: left, href }
}

function count(number: number, what: string): string {
  return number === 0 ? '' : number === 1 ? `one ${what}` : `${number} ${what}s`
}

/** The heading after «Fix it», if there is one. */
function findReading(): Element | undefined {
  const headings = [...document.querySelectorAll('.work > .prose:not(.after) > h2[id]')]
  const exercise = headings.findIndex(({ id }) => id.startsWith('fix'))
  return exercise < 0 ? undefined : headings[exercise + 1]
}
