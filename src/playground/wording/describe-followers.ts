import { tn } from '#i18n/t.ts'
import type { Follower } from '#story/story.ts'

/** Counts what goes when the error above it is fixed, such as «3 errors follow from this one». */
export function describeFollowers(followers: Follower[]): string {
  const [noun, ...others] = new Set(followers.map(({ severity }) => severity))
  const count = followers.length
  if (others.length === 0 && noun === 'error')
    return tn('{count} error follows from this one', '{count} errors follow from this one', { count })
  if (others.length === 0 && noun === 'warning')
    return tn('{count} warning follows from this one', '{count} warnings follow from this one', { count })
  return tn('{count} message follows from this one', '{count} messages follow from this one', { count })
}
