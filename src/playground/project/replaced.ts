import type { Project } from './project.ts'
import { isSameSource } from '../backends/is-same-source.ts'

/** A project that took the place of others: of the open one, which stands last, and of what was saved of another target. */
export interface Replaced {
  before: Project[]
  after: Project
}

const last = new Map<string, Replaced>()

/** Notes what took the place of what was open under a slug. */
export function noteReplaced(slug: string, replaced: Replaced) {
  last.set(slug, replaced)
}

/** What undo brings back when these are replaced, of which the open one is the last: the reader's own, also where one template followed another. */
export function beforeReplaced(slug: string, now: Project[]): Project[] {
  const replaced = last.get(slug)
  if (!replaced || !isSameCode(replaced.after, now.at(-1)!)) return now
  const { before, after } = replaced
  const known = [after.target, ...before.map(({ target }) => target)]
  return [...now.filter(({ target }) => !known.includes(target)), ...before]
}

function isSameCode(one: Project, other: Project): boolean {
  return isSameSource(one.files, other.files) && one.script === other.script && one.input === other.input
}
