import type { Role } from './roles.ts'
import type { StoryLink, StoryStep } from './story.ts'

/** How the steps bear on each other: what is refused on what came before, and what is needed later on the loan. */
export function toLinks(steps: StoryStep[]): StoryLink[] {
  const refused = steps.findIndex(({ isRefused }) => isRefused)
  if (refused === -1) return []
  const loans = indexesOf(steps, ['borrowed', 'held']).filter((index) => index !== refused)
  const ends = indexesOf(steps, ['moved', 'freed', 'dropped']).filter((index) => index !== refused)
  const uses = indexesOf(steps, ['used'])
  const causes = indexesOf(steps, ['asked', 'lifetime', 'reason', 'assigned', 'captured']).concat(
    indexesOf(steps, ['required']).slice(0, 1),
  )
  return [
    ...loans.map((to): StoryLink => ({ from: refused, to, kind: 'conflicts' })),
    ...ends.map((to): StoryLink => ({ from: refused, to, kind: 'after' })),
    ...causes.map((to): StoryLink => ({ from: refused, to, kind: 'because' })),
    ...uses.flatMap((from) => loans.slice(0, 1).map((to): StoryLink => ({ from, to, kind: 'keeps' }))),
  ]
}

function indexesOf(steps: StoryStep[], roles: Role[]): number[] {
  return steps.flatMap(({ role }, index) => (roles.includes(role) ? [index] : []))
}
