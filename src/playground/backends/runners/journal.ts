/**
 * What a program was told, such as the time: in the same order, it is told the same again when it is run
 * once more from its beginning. That is how a program waits for a line, which WebAssembly has no other way to do on a page
 * without cross-origin isolation.
 */
export interface Journal {
  /** Gives what stands next in the journal or, at its end, asks and writes it down. */
  note<Fact>(ask: () => Fact): Fact
  /** The program begins again. */
  rewind(): void
}

/** More facts are not written down, so that a program that only looks at the clock does not fill the memory. */
const mostFacts = 1 << 20

/** Creates an empty journal. */
export function createJournal(): Journal {
  const facts: unknown[] = []
  let at = 0
  return {
    note<Fact>(ask: () => Fact): Fact {
      if (at < facts.length) return facts[at++] as Fact
      const fact = ask()
      if (facts.length < mostFacts) facts[at++] = fact
      return fact
    },
    rewind: () => (at = 0),
  }
}
