import { loadWords } from './load-words.ts'

const section = document.querySelector<HTMLElement>('.first-look')
const buttons = [...(section?.querySelectorAll<HTMLButtonElement>('[data-run]') ?? [])]

/** What runs a program comes when somebody wants to run one. */
async function runSide(button: HTMLButtonElement) {
  const side = button.dataset.run === 'c' ? 'c' : 'rust'
  button.disabled = true
  try {
    await loadWords()
    const { runPair } = await import('#playground/workbench/run-pair.tsx')
    await runPair(section!.dataset.slug!, side, section!.querySelector<HTMLElement>(`[data-foot=${side}]`)!)
  } finally {
    button.disabled = false
  }
}

for (const button of buttons) {
  button.hidden = false
  button.addEventListener('click', () => void runSide(button))
}
