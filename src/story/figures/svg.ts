import { escapeHtml } from '#story/escape-html.ts'

/** A drawing: its size, which is that on the page, and what is in it. */
export interface Drawing {
  width: number
  height: number
  parts: string[]
}

/** Width of a character of code, in units of a drawing. */
export const codeWidth = 7.83
/** Height of a line of code. */
export const lineHeight = 20

/** The widest drawing that shrinks on a phone, so that its words can still be read; a wider one scrolls. */
export const mostOnPhone = 440

/** Writes a drawing as SVG; what it shows is said elsewhere. */
export function toSvg({ width, height, parts }: Drawing): string {
  const look = width <= mostOnPhone ? ' class="shrinks"' : ''
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg"${look} ${size} viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" aria-hidden="true">${parts.join('')}</svg>`
}

/** A point of a drawing. */
export interface Point {
  x: number
  y: number
}

/** Text that begins at a point; `middle` of its classes centres it, `end` ends it there. */
export function text({ x, y }: Point, words: string, classes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" class="${classes}">${escapeHtml(words)}</text>`
}

/** A rectangle from its upper left corner. */
export function box(
  { x, y }: Point,
  { width, height }: { width: number; height: number },
  classes: string,
): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="4" class="${classes}"/>`
}

/** A straight line. */
export function line(from: Point, to: Point, classes: string): string {
  return `<path d="M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}" class="${classes}"/>`
}

/** A line with a head; `bend` lifts its middle by so many units. */
export function arrow(
  from: Point,
  to: Point,
  { classes, bend = 0 }: { classes: string; bend?: number },
): string {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 2 * bend }
  const angle = Math.atan2(to.y - middle.y, to.x - middle.x)
  const wing = (turn: number) =>
    `${round(to.x - 8 * Math.cos(angle + turn))} ${round(to.y - 8 * Math.sin(angle + turn))}`
  const path = `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(to.x)} ${round(to.y)}`
  return `<path d="${path}" class="${classes}"/><path d="M${wing(0.4)}L${round(to.x)} ${round(to.y)}L${wing(-0.4)}" class="${classes} head"/>`
}

/** How wide text is about, in the font of the page or of code. */
export function widthOf(words: string, font: 'text' | 'code' = 'code'): number {
  return words.length * (font === 'code' ? codeWidth : 6.9)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
