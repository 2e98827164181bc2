import { type Phase, roles } from './roles.ts'
import type { StoryLink, StoryStep } from './story.ts'

/** Links what is refused to the loans, ends and causes before it, and what is needed later to the first loan. */
export function toLinks(steps: StoryStep[]): StoryLink[] {
  const refused = steps.findIndex(({ isRefused }) => isRefused)
  if (refused === -1) return []
  const loans = indexesOf(steps, 'loan').filter((index) => index !== refused)
  const ends = indexesOf(steps, 'end').filter((index) => index !== refused)
  const uses = indexesOf(steps, 'use')
  const causes = [...indexesOf(steps, 'cause'), ...indexesOf(steps, 'bound').slice(0, 1)]
  return [
    ...loans.map((to): StoryLink => ({ from: refused, to, kind: 'conflicts' })),
    ...ends.map((to): StoryLink => ({ from: refused, to, kind: 'after' })),
    ...causes.map((to): StoryLink => ({ from: refused, to, kind: 'because' })),
    ...uses.flatMap((from) => loans.slice(0, 1).map((to): StoryLink => ({ from, to, kind: 'keeps' }))),
  ]
}

function indexesOf(steps: StoryStep[], phase: Phase): number[] {
  return steps.flatMap(({ role }, index) => (roles[role].phase === phase ? [index] : []))
}
