import { readAnswers, saveAnswer } from '#playground/storage/answers.ts'

/** Lets the reader choose the line of a report by pointing at it or by the list, and says what is right or wrong with it. */
export function setUpLine() {
  const section = document.querySelector<HTMLElement>('[data-forensics]')
  if (!section) return
  const slug = section.dataset.forensics!
  const select = section.querySelector('select')!
  section.querySelector('.side')!.addEventListener('click', ({ target }) => {
    const line = (target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line
    const isChoice = [...select.options].some(({ value }) => value === line)
    if (line === undefined || !isChoice || !getSelection()?.isCollapsed) return
    select.value = line
    choose(section, slug)
    section.querySelector('.side .chosen')!.after(section.querySelector('.said-of-line')!)
  })
  select.addEventListener('change', () => {
    section.querySelector('.which')!.append(section.querySelector('.said-of-line')!)
    choose(section, slug)
  })
  const given = readAnswers(slug).line?.given
  if (given && select.value === '') show(section, (select.value = given))
}

function choose(section: HTMLElement, slug: string) {
  const line = section.querySelector('select')!.value
  const said = show(section, line)
  if (line !== '') saveAnswer(slug, 'line', { right: said?.matches('.right') ?? false, given: line })
}

/** Shows what is said of a line, and gives it. */
function show(section: HTMLElement, line: string): HTMLElement | undefined {
  const all = [...section.querySelectorAll<HTMLElement>('.said')]
  const own = all.find(({ dataset }) => dataset.lines!.split(' ').includes(line)) ?? all.at(-1)
  for (const text of all) text.hidden = line === '' || text !== own
  for (const row of section.querySelectorAll<HTMLElement>('.side [data-line]')) {
    row.classList.toggle('chosen', row.dataset.line === line)
    row.classList.toggle('right', row.dataset.line === line && own?.matches('.right') === true)
  }
  return line === '' ? undefined : own
}
