import { hasWords } from '#course/siblings/list-words.ts'
import { type Sibling, parseSiblingPath } from '#course/siblings/sibling-path.ts'
import { toBlobId } from './blob-id.ts'

/** A sibling whose English file is another one than it was made from. */
export interface Drift extends Sibling {
  /** The id of what it was made from. */
  from: string
}

/** Lists the siblings that are older than their English files (path below `lessons/` → text). */
export function findDrift(files: Record<string, string>): Drift[] {
  return listSiblings(files).flatMap((sibling) => {
    const from = sourceLine.exec(files[sibling.path]!)?.[1] ?? ''
    return from === toBlobId(files[sibling.source]!) ? [] : [{ ...sibling, from }]
  })
}

/** Lists the siblings of files that have words. */
export function listSiblings(files: Record<string, string>): Sibling[] {
  return Object.keys(files).flatMap((path) => {
    const sibling = parseSiblingPath(path)
    return sibling && sibling.source in files && hasWords(sibling.source) ? [sibling] : []
  })
}

/** A sibling's text, said to be made from this English text. */
export function withSource(sibling: string, english: string): string {
  return sibling.replace(sourceLine, `source: ${toBlobId(english)}`)
}

const sourceLine = /^source: *(\S*)$/m
