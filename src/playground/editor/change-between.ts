/** What differs between two texts: the stretch of the first, in UTF-16 units, and what stands there in the second. */
export function changeBetween(before: string, after: string): { from: number; to: number; inserted: string } {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from += 1
  if (isHighSurrogate(before, from - 1)) from -= 1
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail -= 1
  return { from, to: before.length - tail, inserted: after.slice(from, after.length - tail) }
}

/** A pair is never cut in two. */
function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return 0xd800 <= unit && unit <= 0xdbff
}
