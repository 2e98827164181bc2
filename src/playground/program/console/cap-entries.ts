import type { ConsoleEntry } from './fold-console.ts'

const first = 200
const last = 600

/** Leaves out the middle of a flood, but for its commands and reports. */
export function capEntries(entries: ConsoleEntry[]): ConsoleEntry[] {
  if (entries.length <= first + last) return entries
  const middle = entries.slice(first, -last)
  return [...entries.slice(0, first), ...leaveOut(middle), ...entries.slice(-last)]
}

function leaveOut(entries: ConsoleEntry[]): ConsoleEntry[] {
  const shown: ConsoleEntry[] = []
  for (const entry of entries) {
    const before = shown.at(-1)
    if (isLandmark(entry)) shown.push(entry)
    else if (before?.kind === 'gap') before.count += 1
    else shown.push({ kind: 'gap', count: 1 })
  }
  return shown
}

function isLandmark(entry: ConsoleEntry): boolean {
  return entry.kind !== 'line' || entry.line.kind === 'command'
}
