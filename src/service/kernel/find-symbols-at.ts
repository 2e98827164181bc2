import { readExtent, type Extent, type SymbolTable } from './elf-symbols.ts'

/** A byte of a section. */
export interface SectionOffset {
  section: number
  offset: number
}

/**
 * Finds for each place the index of the first symbol in the table that has that byte; undefined if none has. Looks at
 * each symbol once, for all of the places together.
 */
export function findSymbolsAt(table: SymbolTable, places: SectionOffset[]): (number | undefined)[] {
  const found: (number | undefined)[] = places.map(() => undefined)
  const open = groupBySection(places)
  for (let symbol = 0; symbol < table.count && open.size > 0; symbol += 1) {
    for (const { place } of takeWithin(open, readExtent(table, symbol))) found[place] = symbol
  }
  return found
}

/** A place for which no symbol is known yet, by its index. */
interface OpenPlace {
  place: number
  offset: number
}

/** Section → the open places in it, by their offsets. */
type OpenPlaces = Map<number, OpenPlace[]>

function groupBySection(places: SectionOffset[]): OpenPlaces {
  const open = places.map(({ section, offset }, place) => ({ section, offset, place }))
  open.sort((a, b) => a.offset - b.offset)
  return Map.groupBy(open, ({ section }) => section)
}

function takeWithin(open: OpenPlaces, { section, from, to }: Extent): OpenPlace[] {
  const places = open.get(section)
  if (!places) return []
  const first = findFirst(places, from)
  const taken = places.splice(first, findFirst(places, to) - first)
  if (places.length === 0) open.delete(section)
  return taken
}

/** The first place at the offset or behind it, by halving. */
function findFirst(places: OpenPlace[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.offset < offset) low = middle + 1
    else high = middle
  }
  return low
}
