import type { Action, BarActions } from '../actions.ts'

/**
 * What the bar offers in a frame. Nothing there takes the reader's work out of the browser, brings other work in or says where
 * code goes: the page around the frame could have its visitors click on that without their knowing.
 */
export function forFrame({ buttons, menu, ...actions }: BarActions): BarActions {
  const pick = (offered: Action[]) => offered.filter(({ id }) => offeredInFrame.has(id))
  return { ...actions, buttons: pick(buttons), menu: menu.map(pick) }
}

const offeredInFrame = new Set([
  ...['check', 'measure', 'test', 'lint', 'format', 'size', 'copy-link'],
  ...['reset', 'reset-all', 'solution', 'playground', 'add-file', 'rename-file', 'remove-file', 'editor'],
])
