import { CourseError } from '../course-error.ts'
import { listEntries } from './list-entries.ts'
import { listWords } from './list-words.ts'

/** A file as its YAML says, and its sibling in another language. */
export interface SiblingPair {
  /** Of the sibling, for what an author is told. */
  path: string
  /** Of the English file. */
  source: string
  english: unknown
  sibling: unknown
}

/** Puts the words of a sibling into what the English file says. Throws `CourseError` that lists all places where they do not fit. */
export function mergeWords({ path, source, english, sibling }: SiblingPair): unknown {
  const merge: Merge = { words: listWords(source, english), mistakes: [] }
  const merged = mergeValue(merge, { english, sibling, place: '' })
  if (merge.mistakes.length === 0) return merged
  throw new CourseError(
    `${path} does not fit ${source}:\n${merge.mistakes.map((mistake) => `  ${mistake}`).join('\n')}`,
  )
}

interface Merge {
  words: Map<string, string>
  mistakes: string[]
}

interface Values {
  english: unknown
  sibling: unknown
  place: string
}

function mergeValue(merge: Merge, values: Values): unknown {
  const { english, place } = values
  if (merge.words.has(place)) return mergeText(merge, values)
  return typeof english === 'object' && english !== null
    ? mergeParts(merge, values)
    : checkSame(merge, values)
}

function mergeText({ mistakes }: Merge, { english, sibling, place }: Values): unknown {
  if (typeof sibling === 'string' && sibling.trim() !== '') return sibling
  mistakes.push(`${place} is missing. In English: «${String(english).trim()}»`)
  return english
}

/** What is no word is best left out of a sibling. */
function checkSame({ mistakes }: Merge, { english, sibling, place }: Values): unknown {
  if (sibling !== undefined && sibling !== english)
    mistakes.push(`${place} is no words: it comes from the English file. Leave it out.`)
  return english
}

function mergeParts(merge: Merge, { english, sibling, place }: Values): unknown {
  const there = new Map(listEntries(sibling, place).map((entry) => [entry.place, entry.value]))
  const parts = listEntries(english, place)
  for (const stray of there.keys())
    if (!parts.some((part) => part.place === stray))
      merge.mistakes.push(`${stray} is not in the English file. Leave it out.`)
  const merged = parts.map((part) =>
    mergeValue(merge, { english: part.value, sibling: there.get(part.place), place: part.place }),
  )
  if (Array.isArray(english)) return merged
  return Object.fromEntries(Object.keys(english as object).map((key, index) => [key, merged[index]]))
}
