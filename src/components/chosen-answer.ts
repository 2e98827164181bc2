/** An answer, and what it answers. */
export interface GivenAnswer {
  /** The lesson whose page it stands on. */
  slug: string
  /** The question or task; of a prediction `predicted`. */
  name: string
  /** `of` says where a task is from that stands in several lessons. */
  answer: { right: boolean; given: string; of?: string }
}

/** Reads what is chosen in a control of a lesson's page; undefined where that is nothing, or no answer. */
export function toChosenAnswer(control: Element): GivenAnswer | undefined {
  if (control instanceof HTMLSelectElement) return toPrediction(control)
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return undefined
  if (control.closest('[data-tasks]'))
    return toTaskAnswer(control, control.matches('.choice-right, .correct input'))
  if (!control.closest('.questions')) return undefined
  return toAnswer(control, control.closest('.correct') !== null)
}

/** What a control of a task says, which is right or not. */
export function toTaskAnswer(control: HTMLInputElement, right: boolean): GivenAnswer {
  const { task, origin } = control.closest<HTMLElement>('[data-task]')!.dataset
  const slug = control.closest<HTMLElement>('[data-tasks]')!.dataset.tasks!
  return { slug, name: task!, answer: { right, given: control.value, ...(origin && { of: origin }) } }
}

function toPrediction(select: HTMLSelectElement): GivenAnswer | undefined {
  if (select.name !== 'predicted' || select.value === '') return undefined
  return toAnswer(select, select.selectedOptions[0]!.classList.contains('right'))
}

function toAnswer(control: HTMLInputElement | HTMLSelectElement, right: boolean): GivenAnswer {
  const slug = control.closest<HTMLElement>('[data-lesson]')!.dataset.lesson!
  return { slug, name: control.name, answer: { right, given: control.value } }
}
