import { readAnswers, saveAnswer } from '#playground/storage/answers.ts'

/** Lets the reader choose the line of a patch that gets the comment, by the list or by pointing at it, and says whether it is the one. */
export function setUpComments(list: HTMLElement) {
  const slug = list.dataset.tasks!
  for (const part of list.querySelectorAll<HTMLElement>('[data-comment]')) {
    const select = part.querySelector('select')!
    const lines = linesOf(part)
    for (const [index, line] of lines.entries())
      line.addEventListener('click', () => {
        if (![...select.options].some(({ value }) => value === `${index}`)) return
        select.value = `${index}`
        take(part, slug)
      })
    select.addEventListener('change', () => take(part, slug))
    select.value ||= readAnswers(slug)[part.dataset.comment!]?.given ?? ''
    show(part)
  }
}

/** Those that the patch changes, as the list has them. */
function linesOf(part: HTMLElement): HTMLElement[] {
  return [...part.parentElement!.querySelectorAll<HTMLElement>('.diff .line:is(.added, .removed)')]
}

function take(part: HTMLElement, slug: string) {
  const { value, selectedOptions } = part.querySelector('select')!
  const right = selectedOptions[0]?.dataset.right !== undefined
  if (value !== '') saveAnswer(slug, part.dataset.comment!, { right, given: value })
  show(part)
}

function show(part: HTMLElement) {
  const { value, selectedOptions } = part.querySelector('select')!
  const isRight = selectedOptions[0]?.dataset.right !== undefined
  const said = value === '' ? '' : isRight ? 'right' : value === 'none' ? 'missed' : 'wrong'
  for (const text of part.querySelectorAll<HTMLElement>('[data-said]'))
    text.hidden = text.dataset.said !== said
  for (const [index, line] of linesOf(part).entries())
    line.classList.toggle('commented', `${index}` === value)
}
