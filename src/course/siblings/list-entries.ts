/** A part of a list or an object, and its place in the file, such as `tasks.casts.instead.2.why`. */
export interface Entry {
  place: string
  value: unknown
}

/** Lists what is in a list or an object; nothing of any other value. Tasks are known by their names, other items by their numbers, from 1. */
export function listEntries(value: unknown, place: string): Entry[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, item]: [string, unknown]) => ({
    place: [...(place === '' ? [] : [place]), Array.isArray(value) ? nameOf(item, key, place) : key].join(
      '.',
    ),
    value: item,
  }))
}

function nameOf(item: unknown, index: string, list: string): string {
  const name = /^(tasks|patches)$/.test(list) && (item as { name?: unknown } | null)?.name
  return typeof name === 'string' ? name : String(Number(index) + 1)
}
