import { readText } from '#playground/storage/storage.ts'

/** Where the reader left a lesson, as a fragment such as `#questions`; empty where that is not known, or was at its beginning. */
export function findPlace(slug: string): string {
  const place = readText('place') ?? ''
  return place.startsWith(`${slug}#`) && !place.endsWith('#') ? place.slice(slug.length) : ''
}
