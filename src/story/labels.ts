import { isOfRun } from './diagnostic-source.ts'
import type { Position, Severity } from '#protocol/diagnostic.ts'
import { shortenTypes } from './shorten-types.ts'
import type { StepRef, Story, StoryStep } from './story.ts'

/** One text at the end of a line. */
export interface Label {
  ref: StepRef
  /** Where its step begins. */
  at: Position
  text: string
  kind: 'primary' | 'secondary' | 'note'
  severity: Severity
  source: Story['source']
  /** The error code or lint that it begins with; reports of the kernel have none. */
  code?: string
}

/** Makes the labels of stories, in the order of their steps. */
export function toLabels(stories: Story[]): Label[] {
  return stories.flatMap((story, index) =>
    story.steps.flatMap((step, at) =>
      step.isHere ? toLabelsOf(story, step, { story: index, step: at }) : [],
    ),
  )
}

/** Puts the labels of one line into the order in which they stand there: what it is about first, each text once. */
export function inOrder(labels: Label[]): Label[] {
  return labels
    .filter(({ text }, index) => labels.findIndex((other) => other.text === text) === index)
    .sort((a, b) => rank[a.kind] - rank[b.kind])
}

/** The message stands at the primary span, with its code; after it what is said of this very place. */
function toLabelsOf(story: Story, step: StoryStep, ref: StepRef): Label[] {
  const { source, severity, code } = story
  const [message, words] = [shortenTypes(story.message), shortenTypes(step.words)]
  const shared = { ref, source, severity, at: step.span!.start }
  if (!step.isPrimary) return [{ ...shared, text: words, kind: step.isAside ? 'note' : 'secondary' }]
  const named = !isOfRun(source) && code ? { code } : {}
  const head: Label = { ...shared, text: message, kind: 'primary', ...named }
  return words ? [head, { ...shared, text: words, kind: 'primary' }] : [head]
}

const rank: Record<Label['kind'], number> = { primary: 0, secondary: 1, note: 2 }
