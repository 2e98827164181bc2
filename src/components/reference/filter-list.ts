import { t, tn } from '#i18n/t.ts'
import { loadWords } from '../load-words.ts'

/** The filter of a page that lists many entries; without it everything is listed. */

const search = document.querySelector<HTMLElement>('.list-filter')!
const input = search.querySelector('input')!
const tally = search.querySelector('[role=status]')!
const entries = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map((element) => {
  const group = element.matches('tbody') ? element.closest('.ref-group')! : undefined
  const heads = group?.querySelectorAll('h2, .ref-sign') ?? []
  const words = [element, ...heads].map(({ textContent }) => textContent).join(' ')
  return { element, words: words.toLowerCase() }
})

search.hidden = false
input.addEventListener('input', () => void loadWords().then(filter))
input.addEventListener('keydown', ({ key }) => key === 'Enter' && openOnly())
// A browser that goes back has kept what was typed.
filter()

function filter() {
  const asked = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  for (const { element, words } of entries) element.hidden = !asked.every((word) => words.includes(word))
  document.body.classList.toggle('filtered', asked.length > 0)
  tally.textContent = asked.length > 0 ? describeFound(found().length) : ''
}

/** Where those that are shown lead; one may stand in the list twice. */
function found(): string[] {
  const shown = entries.filter(({ element }) => !element.hidden).map(({ element }) => element.dataset.entry!)
  return [...new Set(shown)]
}

function describeFound(count: number): string {
  if (count === 0) return t('Nothing matches.')
  return tn('{count} match; Enter opens it.', '{count} matches', { count })
}

function openOnly() {
  const [only, ...others] = found()
  if (only !== undefined && others.length === 0) location.assign(only)
}
