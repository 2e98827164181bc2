import { parseSiblingPath, type Sibling } from '#course/siblings/sibling-path.ts'
import { type Drift, findDrift } from './find-drift.ts'
import { findLost } from './find-lost.ts'
import { findUnfit } from './find-unfit.ts'

/** What is to be said of the siblings of a course. */
export interface SiblingsJudged {
  /** All of them. */
  siblings: Sibling[]
  /** Why some do not fit their English files: this has to be put right. */
  mistakes: string[]
  /** Those that fit, and were made from older English files: an author should look at them. */
  drift: Drift[]
}

/** Judges all siblings by the English files (path below `lessons/` → text). */
export function judgeSiblings(files: Record<string, string>): SiblingsJudged {
  const siblings = Object.keys(files).flatMap((path) => parseSiblingPath(path) ?? [])
  const drift = findDrift(files)
  const unfit = [
    ...siblings.filter(({ source }) => !(source in files)).map(toOrphan),
    ...findUnfit(files, siblings),
  ]
  const current = siblings.filter(({ path }) => !drift.some((old) => old.path === path))
  return { siblings, drift, mistakes: unfit.length > 0 ? unfit : findLost(files, current) }
}

function toOrphan({ path, source }: Sibling): string {
  return `${path} has no English file: ${source} is not there. Rename it, or remove it.`
}
