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
  const status = figure.querySelector('[role=status]')!
  let at = 0
  const show = (step: number) => {
    at = step
    for (const [index, { classList }] of steps.entries()) classList.toggle('away', index !== at)
    // Disabled they would lose the focus.
    back.ariaDisabled = `${at === 0}`
    on.ariaDisabled = `${at === steps.length - 1}`
    figure.querySelector('[data-at]')!.textContent = where.replace('{at}', `${at + 1}`)
  }
  const go = (step: number) => {
    if (!steps[step]) return
    show(step)
    status.textContent = steps[step].querySelector('p')!.textContent
  }
  back.addEventListener('click', () => go(at - 1))
  on.addEventListener('click', () => go(at + 1))
  figure.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') go(at + 1)
    if (key === 'ArrowLeft') go(at - 1)
  })
  figure.querySelector<HTMLElement>('.figure-buttons')!.hidden = false
  show(0)
}
