import { diffLines } from './line-diff.ts'
import type { MarkedDuty } from './place-folds.ts'

/** Finds where the lines of duties in the given text are in the reader's; those that were edited are left out. */
export function placeDuties(duties: MarkedDuty[], given: string, text: string): MarkedDuty[] {
  if (text === given) return duties
  const placeOf = placesOfLines(given, text)
  return duties.map(({ name, lines }) => ({ name, lines: lines.flatMap((line) => placeOf.get(line) ?? []) }))
}

/** Lines of the first text, from 1, that stand in the second. */
function placesOfLines(before: string, after: string): Map<number, number> {
  const places = new Map<number, number>()
  let [from, to] = [1, 1]
  for (const { kind } of diffLines(before, after)) {
    if (kind === 'same') places.set(from, to)
    if (kind !== 'added') from += 1
    if (kind !== 'removed') to += 1
  }
  return places
}
