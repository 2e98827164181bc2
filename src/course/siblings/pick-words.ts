import { listEntries } from './list-entries.ts'
import { listWords } from './list-words.ts'

/** Takes the words out of what a file says, in the shape that a sibling has. */
export function pickWords(path: string, english: unknown): unknown {
  return pick(listWords(path, english), { value: english, place: '' })
}

interface Part {
  value: unknown
  place: string
}

function pick(words: Map<string, string>, { value, place }: Part): unknown {
  if (words.has(place)) return value
  const parts = listEntries(value, place)
  const picked = parts.map((part) => pick(words, part))
  if (picked.every((part) => part === undefined)) return undefined
  if (Array.isArray(value)) return picked.map((part) => part ?? {})
  const isTask = /^(tasks|patches)\.[^.]+$/.test(place)
  const entries = Object.keys(value as object).map((key, index) => [
    key,
    isTask && key === 'name' ? (value as { name: string }).name : picked[index],
  ])
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined))
}
