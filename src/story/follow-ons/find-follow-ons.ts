import type { Diagnostic } from '#protocol/diagnostic.ts'
import { cKinds } from './c-kinds.ts'
import { type FollowOnKind, hasSign } from './follow-on-kind.ts'
import { rustKinds } from './rust-kinds.ts'
import { type SourceText, toSourceText } from './source-text.ts'

/** What a message certainly follows from. */
export interface FollowOn {
  /** Index of the error that is to be fixed. */
  leader: number
  kind: FollowOnKind
}

/** Kinds of errors that follow from others, with what each rests on; the first that fits is taken. */
export const followOnKinds: readonly FollowOnKind[] = [...rustKinds, ...cKinds]

/**
 * Finds for each message the error that it certainly follows from; undefined for one that stands by itself. What leads
 * never follows itself: of a chain, the first error is named. `text` is that of the file.
 */
export function findFollowOns(
  diagnostics: Diagnostic[],
  { file, text }: { file: string; text: string },
): (FollowOn | undefined)[] {
  const found: (FollowOn | undefined)[] = diagnostics.map(() => undefined)
  const source = toSourceText(file, text)
  for (const kind of followOnKinds) {
    const findLeader = toFindLeader(diagnostics, kind, source)
    for (const [index, follower] of diagnostics.entries()) {
      const leader = found[index] || !hasSign(follower, kind.follower) ? undefined : findLeader(index)
      if (leader !== undefined) found[index] = { leader, kind }
    }
  }
  return found.map((_, index) => toRoot(found, index))
}

type FindLeader = (index: number) => number | undefined

function toFindLeader(diagnostics: Diagnostic[], kind: FollowOnKind, text: SourceText): FindLeader {
  const leaders = diagnostics.flatMap((leader, at) =>
    leader.severity === 'error' && hasSign(leader, kind.leader) ? [{ leader, at }] : [],
  )
  return (index) =>
    leaders.find(
      ({ leader, at }) =>
        (kind.isToldLater ? at !== index : at < index) &&
        kind.isBound({ leader, follower: diagnostics[index]!, text }),
    )?.at
}

/** In a circle nothing follows: each would hide the other. */
function toRoot(found: (FollowOn | undefined)[], index: number): FollowOn | undefined {
  const seen = new Set([index])
  let last = found[index]
  while (last && found[last.leader]) {
    if (seen.has(last.leader)) return undefined
    seen.add(last.leader)
    last = found[last.leader]
  }
  return last && { leader: last.leader, kind: found[index]!.kind }
}
