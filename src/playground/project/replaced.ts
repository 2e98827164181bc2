import type { Project } from './project.ts'
import { isSameSource } from '../backends/is-same-source.ts'

/** A project that took the place of another. */
export interface Replaced {
  before: Project
  after: Project
}

const last = new Map<string, Replaced>()

/** Notes what took the place of what was open under a slug. */
export function noteReplaced(slug: string, replaced: Replaced) {
  last.set(slug, replaced)
}

/** What undo brings back when this is replaced: the reader's own, also where one template followed another. */
export function beforeReplaced(slug: string, now: Project): Project {
  const replaced = last.get(slug)
  return replaced && isSameCode(replaced.after, now) ? replaced.before : now
}

function isSameCode(one: Project, other: Project): boolean {
  return isSameSource(one.files, other.files) && one.script === other.script && one.input === other.input
}
