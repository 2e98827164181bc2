/** Lines of a source, and beside them a bar for each lifetime. */
export interface Lifetimes {
  code: string
  /** The number that is shown beside the first line. */
  firstLine: number
  bars: LifetimeBar[]
}

/** Lines of `code` that something lives through, from 1, both ends included. */
export interface LifetimeBar {
  name: string
  from: number
  to: number
  look: 'owner' | 'loan' | 'wrong' | 'plain'
}
