/** What is to stand at the end of the code in one row; `width` is that of its text in one row, in pixels. */
export interface Block {
  row: number
  width: number
  /** It begins the first story: where it has too little room, it takes that of the lines below it. */
  isFirst?: boolean
}

/** The free room beside the code, in pixels. */
export interface Room {
  /** Where the code of a row ends. */
  endOf: (row: number) => number
  /** Where the window on the code ends. */
  width: number
  /** Number of rows. */
  rows: number
}

/** Where a block stands: `rows` rows from `top` on, which hide no code. */
export interface Place {
  row: number
  top: number
  rows: number
  left: number
  width: number
  /** The text does not fit and is cut. */
  isCut: boolean
  /** Where it stands as a whole while it is pointed at or gone to; then it may cover the code below its own. */
  whole: { top: number; left: number; width: number }
}

/**
 * Finds room for each block without moving or hiding code: at the end of its line, flowing on beside shorter rows below,
 * or beside the next row; else it is cut. Blocks begin at one column where that leaves enough room. Where code is wider
 * than the window, a block may have no place at all (no width) before it is shown as a whole.
 */
export function placeLabels(blocks: Block[], room: Room): Place[] {
  const scene = { room, column: alignedColumn(blocks, room), taken: new Set(blocks.map(({ row }) => row)) }
  const [first, rest] = [blocks.find(({ isFirst }) => isFirst), blocks.filter(({ isFirst }) => !isFirst)]
  const begins = first && placeFirst(first, scene)
  const others = rest
    .toSorted((a, b) => a.row - b.row)
    .map((block) =>
      isCovered(block, begins) ? withoutPlace(block, room) : take(placeOne(block, scene), scene),
    )
  return (begins ? [begins, ...others] : others).toSorted((a, b) => a.row - b.row)
}

/** What a report is about is read before what comes after it: where there is hardly a word of it beside the code, it goes over the labels below. */
function placeFirst(block: Block, scene: Scene): Place {
  const place = placeOne(block, scene)
  if (!place.isCut || place.width >= readable) return take(place, scene)
  const alone = placeOne(block, { ...scene, taken: new Set([block.row]) })
  return take(alone.isCut && seenOf(alone) <= seenOf(place) ? place : alone, scene)
}

function take(place: Place, { taken }: Scene): Place {
  for (let row = 0; row < place.rows; row += 1) taken.add(place.top + row)
  return place.width < visible ? { ...place, width: 0, isCut: true } : place
}

function isCovered({ row }: Block, by: Place | undefined): boolean {
  return by !== undefined && by.top <= row && row < by.top + by.rows
}

/** It is seen when it is gone to. */
function withoutPlace({ row }: Block, room: Room): Place {
  return {
    row,
    top: row,
    rows: 1,
    left: room.endOf(row) + gap,
    width: 0,
    isCut: true,
    whole: toWhole(row, room),
  }
}

const gap = 14
const mostRows = 3
/** So far below its line a block may begin; only the first one further than the next row, past a call that is wrapped. */
const rowsBelow = [1, 2, 3]
/** Words are wrapped, so no row is quite full. */
const fill = 0.9
/** With less room than this there is nothing to see or to point at. */
const visible = 24
/** With less room than this, a text of several rows is no help. */
const readable = 170
/** As wide as a text that may cover code below is at most. */
const wholeWidth = 440
/** What must be left beside the column at which blocks begin. */
const enough = 260

/** The furthest end of a labelled line that leaves enough room. */
function alignedColumn(blocks: Block[], { endOf, width }: Room): number {
  const ends = blocks.map(({ row }) => endOf(row)).filter((end) => width - end >= enough)
  return Math.max(0, ...ends)
}

interface Scene {
  room: Room
  column: number
  taken: Set<number>
}

/** In place, else beside the next lines; where nothing holds the whole text, where most of it is to be seen. */
function placeOne(block: Block, { room, column, taken }: Scene): Place {
  const free = (row: number) => row <= room.rows && !taken.has(row)
  const inPlace = rowsFrom(block.row, { room, column, isFree: (row) => row === block.row || free(row) })
  const below = rowsBelow.slice(0, block.isFirst ? undefined : 1)
  const found = below.flatMap((by) => rowsFrom(block.row + by, { room, column, isFree: free }))
  const places = [...inPlace, ...found].map((rows) => toPlace(block, rows, room))
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

function toPlace({ row, width }: Block, { top, rows, left }: Rows, room: Room): Place {
  const free = Math.max(0, room.width - left)
  const isCut = width > free * rows * (rows > 1 ? fill : 1)
  return { row, top, rows, left, width: free, isCut, whole: toWhole(row, room) }
}

/** Beside the code of its row where there is room for a readable column, else from the row below on. */
function toWhole(row: number, room: Room): Place['whole'] {
  const width = Math.min(wholeWidth, room.width)
  const beside = room.endOf(row) + gap
  const fits = beside + readable <= room.width
  const left = fits ? beside : Math.max(0, room.width - width)
  return { top: fits ? row : row + 1, left, width: Math.min(width, room.width - left) }
}

/** Narrow columns of text are hard to read, so they count for less. */
function seenOf({ width, rows }: Place): number {
  return width < readable ? width / 4 : width * rows
}
