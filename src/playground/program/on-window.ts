/** Listens to an event of the window; returns how to end that. */
export function onWindow(event: string, callback: () => void): () => void {
  window.addEventListener(event, callback)
  return () => window.removeEventListener(event, callback)
}
