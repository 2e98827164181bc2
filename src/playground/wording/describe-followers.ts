import type { Follower } from '#story/story.ts'
import { describeCount } from './describe-answer.ts'

/** Counts what goes when the error above it is fixed, such as «3 errors follow from this one». */
export function describeFollowers(followers: Follower[]): string {
  const [noun, ...others] = new Set(followers.map(({ severity }) => severity))
  const what = describeCount(followers.length, others.length === 0 ? (noun ?? 'message') : 'message')
  return `${what} ${followers.length === 1 ? 'follows' : 'follow'} from this one`
}
