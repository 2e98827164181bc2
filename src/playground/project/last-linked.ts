import { readStored, removeStored, save } from '../storage/storage.ts'
import { hasSaved } from './stored-project.ts'

/** A program that came in a link and was edited: where that is saved, and the fragment that it came in. */
export interface LastLinked {
  slug: string
  fragment: string
}

const name = 'last-linked'

/** Notes which link the reader edited the program of last. */
export function noteLastLinked(linked: LastLinked) {
  save(name, linked)
}

/** Reads which one that was; undefined where nothing of it is saved any more. */
export function readLastLinked(): LastLinked | undefined {
  const { slug, fragment } = Object(readStored(name)) as Partial<LastLinked>
  if (typeof slug !== 'string' || typeof fragment !== 'string' || !hasSaved(slug)) return undefined
  return { slug, fragment }
}

/** Forgets it; what was edited stays under its link. */
export function forgetLastLinked() {
  removeStored(name)
}
