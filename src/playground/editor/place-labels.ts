/** What is to stand at the end of one line; `width` is that of its text in one row, in pixels. */
export interface Block {
  line: number
  width: number
}

/** The free room beside the code, in pixels. */
export interface Room {
  /** Where the code of a line ends. */
  endOf: (line: number) => number
  /** Where the window on the code ends. */
  width: number
  /** Number of lines. */
  lines: number
}

/** Where a block stands: `rows` rows from line `top` on, which hide no code. */
export interface Place {
  line: number
  top: number
  rows: number
  left: number
  width: number
  /** The text does not fit and is cut; it is all there when it is pointed at. */
  isCut: boolean
}

/**
 * Finds room for each block without moving or hiding code: at the end of its line, flowing on beside shorter lines below,
 * or beside the next line; else it is cut. Blocks begin at one column where that leaves enough room. Where code is wider
 * than the window, a block may have no place at all: its stop in the margin and the list tell it.
 */
export function placeLabels(blocks: Block[], room: Room): Place[] {
  const labelled = new Set(blocks.map(({ line }) => line))
  const column = alignedColumn(blocks, room)
  const taken = new Set(labelled)
  return blocks
    .toSorted((a, b) => a.line - b.line)
    .map((block) => {
      const place = placeOne(block, { room, column, taken })
      for (let row = 0; row < place.rows; row += 1) taken.add(place.top + row)
      return place
    })
    .filter(({ width }) => width >= visible)
}

const gap = 14
const mostRows = 3
/** Words are wrapped, so no row is quite full. */
const fill = 0.9
/** With less room than this there is nothing to see or to point at. */
const visible = 24
/** With less room than this, a text of several rows is no help. */
const readable = 170
/** What must be left beside the column at which blocks begin. */
const enough = 260

/** The furthest end of a labelled line that leaves enough room. */
function alignedColumn(blocks: Block[], { endOf, width }: Room): number {
  const ends = blocks.map(({ line }) => endOf(line)).filter((end) => width - end >= enough)
  return Math.max(0, ...ends)
}

interface Scene {
  room: Room
  column: number
  taken: Set<number>
}

/** In place, else beside the next lines; where nothing holds the whole text, where most of it is to be seen. */
function placeOne(block: Block, { room, column, taken }: Scene): Place {
  const free = (row: number) => row <= room.lines && !taken.has(row)
  const inPlace = rowsFrom(block.line, { room, column, isFree: (row) => row === block.line || free(row) })
  const below = rowsFrom(block.line + 1, { room, column, isFree: free })
  const places = [...inPlace, ...below].map((rows) => toPlace(block, rows, room))
  const whole = places.find(({ isCut, width }) => !isCut && (width >= readable || width >= block.width))
  return whole ?? places.reduce((a, b) => (seenOf(b) > seenOf(a) ? b : a))
}

interface Rows {
  top: number
  rows: number
  left: number
}

/** One row, two rows, three, as far as they are free; each in the column, then next to the code. */
function rowsFrom(
  top: number,
  { room, column, isFree }: { room: Room; column: number; isFree: (row: number) => boolean },
): Rows[] {
  const found: Rows[] = []
  let end = 0
  for (let rows = 1; rows <= mostRows && isFree(top + rows - 1); rows += 1) {
    end = Math.max(end, room.endOf(top + rows - 1))
    found.push({ top, rows, left: Math.max(end, column) + gap })
    if (end < column) found.push({ top, rows, left: end + gap })
  }
  return found
}

function toPlace({ line, width }: Block, { top, rows, left }: Rows, room: Room): Place {
  const free = Math.max(0, room.width - left)
  const isCut = width > free * rows * (rows > 1 ? fill : 1)
  return { line, top, rows, left, width: free, isCut }
}

/** Narrow columns of text are hard to read, so they count for less. */
function seenOf({ width, rows }: Place): number {
  return width < readable ? width / 4 : width * rows
}
