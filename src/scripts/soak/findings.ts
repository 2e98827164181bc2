/** What was counted, and what was wrong. */
export interface Findings {
  count(what: string): void
  complain(what: string): void
  /** Keeps the number if it is larger than all before of its kind. */
  noteLongest(what: string, milliseconds: number): void
  readonly counts: ReadonlyMap<string, number>
  /** What was wrong → how often. */
  readonly complaints: ReadonlyMap<string, number>
  /** What was waited for → the longest that it took, in milliseconds. */
  readonly longest: ReadonlyMap<string, number>
}

/** Begins with nothing found. */
export function createFindings(): Findings {
  const counts = new Map<string, number>()
  const complaints = new Map<string, number>()
  const longest = new Map<string, number>()
  const add = (map: Map<string, number>, what: string): void => void map.set(what, (map.get(what) ?? 0) + 1)
  return {
    count: (what) => add(counts, what),
    complain: (what) => add(complaints, what),
    noteLongest: (what, milliseconds) =>
      void longest.set(what, Math.max(longest.get(what) ?? 0, milliseconds)),
    counts,
    complaints,
    longest,
  }
}
