import { onWindow } from '../program/on-window.ts'
import type { ProgramSession } from '../program/program-session.ts'

/** Who has predicted what rustc says, and looks at the answer on the page, may see it in the workbench too; returns how to end that. */
export function onPrediction(program: ProgramSession): () => void {
  const show = () => program.check.peek().kind === 'not asked' && program.checkAgain()
  if (isPredictionOpen()) show()
  return onWindow('no-oops:predicted', show)
}

/** Whether the answer to the prediction stands on the page. */
export function isPredictionOpen(): boolean {
  return document.querySelector('.predict details[open]') !== null
}
