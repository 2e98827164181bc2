/** The filter of the page of all error codes; without it everything is listed. */

const search = document.querySelector<HTMLElement>('.error-filter')!
const input = search.querySelector('input')!
const tally = search.querySelector('[role=status]')!
const entries = [...document.querySelectorAll<HTMLElement>('[data-code]')].map((element) => {
  const bug = element.closest('.bug-group')?.querySelector('.bug-head')
  return { element, words: `${element.textContent} ${bug?.textContent ?? ''}`.toLowerCase() }
})

search.hidden = false
input.addEventListener('input', filter)
input.addEventListener('keydown', ({ key }) => key === 'Enter' && openOnly())
// A browser that goes back has kept what was typed.
filter()

function filter() {
  const asked = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  for (const { element, words } of entries) element.hidden = !asked.every((word) => words.includes(word))
  document.body.classList.toggle('filtered', asked.length > 0)
  tally.textContent = asked.length > 0 ? describeFound(found().length) : ''
}

function found(): string[] {
  const shown = entries.filter(({ element }) => !element.hidden).map(({ element }) => element.dataset.code!)
  return [...new Set(shown)]
}

function describeFound(count: number): string {
  if (count === 0) return 'No code matches.'
  return count === 1 ? '1 code; Enter opens it.' : `${count} codes`
}

function openOnly() {
  const codes = found()
  if (codes.length === 1) location.assign(`/errors/${codes[0]}/`)
}
