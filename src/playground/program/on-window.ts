/** Listens to an event of the window; returns how to end that. */
export function onWindow(event: string, step: () => void): () => void {
  window.addEventListener(event, step)
  return () => window.removeEventListener(event, step)
}
