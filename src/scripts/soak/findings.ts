/** What was counted, and what was wrong. */
export interface Findings {
  count(what: string): void
  complain(what: string): void
  readonly counts: ReadonlyMap<string, number>
  /** What was wrong → how often. */
  readonly complaints: ReadonlyMap<string, number>
}

/** Begins with nothing found. */
export function createFindings(): Findings {
  const counts = new Map<string, number>()
  const complaints = new Map<string, number>()
  const add = (map: Map<string, number>, what: string): void => void map.set(what, (map.get(what) ?? 0) + 1)
  return { count: (what) => add(counts, what), complain: (what) => add(complaints, what), counts, complaints }
}
