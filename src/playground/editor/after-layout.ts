/** Does something once all that is in sight has its size: what was out of sight until now has it only after the next frame. */
export function afterLayout(callback: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(callback))
}
