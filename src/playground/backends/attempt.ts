/** Uses the network; undefined where that fails. Rejects only if the signal fires. */
export async function attempt<T>(signal: AbortSignal, callback: () => Promise<T>): Promise<T | undefined> {
  const result = await callback().catch(() => undefined)
  signal.throwIfAborted()
  return result
}
