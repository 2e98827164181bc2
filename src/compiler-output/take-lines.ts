/** Most lines of an output that are read; what the sandbox lets a compiler write has about as many. */
export const mostLines = 20_000

/** The first lines of an output, and whether there are more. */
export interface TakenLines {
  lines: string[]
  hasMore: boolean
}

/** Cuts an output into lines, up to the most that are read. */
export function takeLines(output: string, most = mostLines): TakenLines {
  const lines = output.split('\n', most + 1)
  return { lines: lines.slice(0, most), hasMore: lines.length > most }
}
