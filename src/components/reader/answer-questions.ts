/** Lets the keyboard go through answers before it gives one, and has what an answer says spoken; that of a prediction once it is looked at. */
export function setUpAnswering() {
  document.addEventListener('keydown', onKey)
  for (const question of document.querySelectorAll<HTMLElement>('.question, .task-choices')) {
    const say = createStatus(question)
    question.addEventListener('change', ({ target }) => say(wordsOf(target as HTMLInputElement)))
  }
  for (const predict of document.querySelectorAll<HTMLElement>('.predict')) {
    const say = createStatus(predict)
    const look = () => say(verdictOf(predict))
    predict.addEventListener('change', look)
    predict.addEventListener('toggle', look, true)
  }
}

/** An arrow key only goes to an answer, for the first that is given counts; Space gives it, and Enter. */
function onKey(event: KeyboardEvent) {
  const { target, key } = event
  if (!(target instanceof HTMLInputElement) || event.defaultPrevented || hasModifier(event)) return
  const group = target.type === 'radio' && target.closest('.question, .task-choices')
  if (!group) return
  const move = moves[key]
  const radios = [...group.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
  if (move) radios.at((radios.indexOf(target) + move) % radios.length)!.focus()
  else if (key === 'Enter' && !target.checked) target.click()
  else return
  event.preventDefault()
}

const moves: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

function hasModifier({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey
}

/** Speaks what stands beside an answer; who reads on finds it there alone. */
function createStatus(question: HTMLElement): (words: string) => void {
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.role = 'status'
  question.append(status)
  let timer: ReturnType<typeof setTimeout>
  return (words) => {
    clearTimeout(timer)
    status.textContent = words.replaceAll(/\s+/g, ' ').trim()
    timer = setTimeout(() => (status.textContent = ''), 5000)
  }
}

function wordsOf(input: HTMLInputElement): string {
  const said =
    input.closest('.answer')?.querySelector('.why') ?? input.closest('.outcome')?.nextElementSibling
  return said?.textContent ?? ''
}

/** Empty as long as it is folded, or no line is chosen. */
function verdictOf(predict: HTMLElement): string {
  const [details, select] = [predict.querySelector('details'), predict.querySelector('select')]
  if (!details?.open || !select || select.value === '') return ''
  const isRight = select.selectedOptions[0]!.matches('.right')
  const verdict = details.querySelector(isRight ? '.verdict-right' : '.verdict-wrong')
  const line = details.querySelector('.verdict ~ p:not(.verdict)')
  return `${verdict?.textContent ?? ''} ${line?.textContent ?? ''}`
}
