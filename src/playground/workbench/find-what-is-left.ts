import { tn } from '#i18n/t.ts'

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
  const words = [reading?.textContent, countTasks(tasks), countQuestions(open)]
  const href = reading ? `#${reading.id}` : tasks > 0 ? '#transfer' : '#questions'
  const left = words.filter(Boolean).join(', ')
  return left === '' ? undefined : { words: left, href }
}

function countTasks(count: number): string {
  return count === 0 ? '' : tn('one task', '{count} tasks', { count })
}

function countQuestions(count: number): string {
  return count === 0 ? '' : tn('one question', '{count} questions', { count })
}

/** The heading after «Fix it», if there is one. */
function findReading(): Element | undefined {
  const headings = [...document.querySelectorAll('.work > .prose:not(.after) > h2[id]')]
  const exercise = headings.findIndex(({ id }) => id.startsWith('fix'))
  return exercise < 0 ? undefined : headings[exercise + 1]
}
