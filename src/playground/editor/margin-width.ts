/** In pixels, as in tokens.css. */
const [laneWidth, bracketWidth] = [15, 7]
/** Between the line numbers and the first rail. */
const gap = 4

/** How wide the margin is with so many rails beside each other. There is always room for one: with most stories no code moves. */
export function marginWidth(rails: number): number {
  return Math.max(1, rails) * laneWidth + bracketWidth + gap
}
