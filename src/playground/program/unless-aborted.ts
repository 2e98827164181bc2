/** For `catch`: swallows what comes of an abort, and nothing else. */
export function unlessAborted(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) throw error
  }
}
