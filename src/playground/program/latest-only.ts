/** Runs one task at a time: a new one takes the place of the one before. */
export interface LatestOnly {
  /**
   * Aborts the task before and starts this one, at once. Gives its result; undefined where it was aborted meanwhile,
   * whatever came of it. Rejects with what a task throws that was not aborted.
   */
  run<Result>(task: (signal: AbortSignal) => Promise<Result>): Promise<Result | undefined>
  /** Aborts the task that is running, if there is one. */
  abort(): void
}

/** Creates a place for one task at a time, such as the check of a text that is being edited. */
export function latestOnly(): LatestOnly {
  let current = new AbortController()
  return {
    async run(task) {
      current.abort()
      const { signal } = (current = new AbortController())
      try {
        const result = await task(signal)
        return signal.aborted ? undefined : result
      } catch (error) {
        if (!signal.aborted) throw error
        return undefined
      }
    },
    abort: () => current.abort(),
  }
}
