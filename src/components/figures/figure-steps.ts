/** Lets the reader go through the steps of figures, one in sight at a time; without this all stand below each other. */
export function setUpFigureSteps() {
  for (const figure of document.querySelectorAll<HTMLElement>('[data-figure-steps]')) setUp(figure)
}

function setUp(figure: HTMLElement) {
  const steps = [...figure.querySelectorAll<HTMLElement>('li')]
  const [back, on] = [...figure.querySelectorAll<HTMLButtonElement>('button')] as [
    HTMLButtonElement,
    HTMLButtonElement,
  ]
  const where = figure.dataset.figureSteps!
  let at = 0
  const show = (next: number) => {
    at = Math.min(Math.max(next, 0), steps.length - 1)
    for (const [index, step] of steps.entries()) step.classList.toggle('away', index !== at)
    back.disabled = at === 0
    on.disabled = at === steps.length - 1
    figure.querySelector('[data-at]')!.textContent = where.replace('{at}', `${at + 1}`)
  }
  back.addEventListener('click', () => show(at - 1))
  on.addEventListener('click', () => show(at + 1))
  figure.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') show(at + 1)
    if (key === 'ArrowLeft') show(at - 1)
  })
  figure.querySelector<HTMLElement>('.figure-buttons')!.hidden = false
  show(0)
}
