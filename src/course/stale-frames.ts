/** What is left of a report or a console, and how many frames were taken out. */
export interface CleanTrace {
  text: string
  stale: number
}

/** Takes out the frames with a `?`: old values that happened to be on the stack. */
export function withoutStaleFrames(text: string): CleanTrace {
  const lines = text.split('\n')
  const clean = lines.filter((line) => !line.includes('>] ? '))
  return { text: clean.join('\n'), stale: lines.length - clean.length }
}
