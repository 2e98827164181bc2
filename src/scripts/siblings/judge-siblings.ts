import { parseSiblingPath, type Sibling } from '#course/siblings/sibling-path.ts'
import { type Drift, findDrift, listSiblings } from './find-drift.ts'
import { findLost } from './find-lost.ts'
import { findUnfit } from './find-unfit.ts'
import { judgeWords, type WordsJudged } from './judge-words.ts'

/** What is to be said of the siblings of a course. */
export interface SiblingsJudged {
  /** Those of files that have words. */
  siblings: Sibling[]
  /** Why some do not fit their English files: this has to be put right. */
  mistakes: string[]
  /** Those that fit, and were made from older English files: an author should look at them. */
  drift: Drift[]
  /** For each language with a `words.de.yaml`. */
  words: WordsJudged[]
}

/** Judges all siblings by the English files (path below `lessons/` → text). */
export function judgeSiblings(files: Record<string, string>): SiblingsJudged {
  const [ofWords, others] = split(Object.keys(files).flatMap((path) => parseSiblingPath(path) ?? []))
  const siblings = listSiblings(files)
  const drift = findDrift(files)
  const orphans = others.filter(({ path }) => !siblings.some((known) => known.path === path))
  const unfit = [...orphans.map(toOrphan), ...findUnfit(files, siblings)]
  const current = siblings.filter(({ path }) => !drift.some((old) => old.path === path))
  const words = ofWords.map(({ language }) => judgeWords(files, language))
  const lost = unfit.length > 0 ? [] : findLost(files, current)
  return {
    siblings,
    drift,
    words,
    mistakes: [...unfit, ...lost, ...words.flatMap(({ mistakes }) => mistakes)],
  }
}

/** The words of the course are a list and no text: each is translated for itself. */
function split(siblings: Sibling[]): [ofWords: Sibling[], others: Sibling[]] {
  const isOfWords = ({ source }: Sibling) => source === 'words.yaml'
  return [siblings.filter(isOfWords), siblings.filter((sibling) => !isOfWords(sibling))]
}

function toOrphan({ path, source }: Sibling): string {
  return `${path} has no English file with words: ${source} is not there, or is for no reader. Rename it, or remove it.`
}
