/** The first of each identity, in their order. */
export function distinctBy<T>(values: T[], toIdentity: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => {
    const identity = toIdentity(value)
    return !seen.has(identity) && seen.add(identity)
  })
}
