/** A step of a port or a project, as the page around the workbench shows it. */
export interface PageStep {
  number: number
  title: string
  /** By their names, or the lines that the console has to show. */
  checks: string[]
}

/** Lists the steps of the lesson on this page; none where it has none, or in a frame. */
export function readSteps(): PageStep[] {
  return [...document.querySelectorAll<HTMLElement>('[data-steps] [data-step]')].map((step, index) => ({
    number: index + 1,
    title: step.querySelector('summary b')?.textContent ?? '',
    checks: JSON.parse(step.dataset.checks ?? '[]') as string[],
  }))
}
