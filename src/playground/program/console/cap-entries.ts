import type { ConsoleEntry } from './fold-console.ts'

const first = 200
const last = 600

/** A flood is shown by its beginning and its end; commands and reports are never left out. */
export function capEntries(entries: ConsoleEntry[]): ConsoleEntry[] {
  if (entries.length <= first + last) return entries
  const middle = entries.slice(first, -last)
  return [...entries.slice(0, first), ...leaveOut(middle), ...entries.slice(-last)]
}

function leaveOut(entries: ConsoleEntry[]): ConsoleEntry[] {
  const kept: ConsoleEntry[] = []
  for (const entry of entries) {
    const before = kept.at(-1)
    if (isLandmark(entry)) kept.push(entry)
    else if (before?.kind === 'gap') before.count += 1
    else kept.push({ kind: 'gap', count: 1 })
  }
  return kept
}

function isLandmark(entry: ConsoleEntry): boolean {
  return entry.kind !== 'line' || entry.line.kind === 'command'
}
