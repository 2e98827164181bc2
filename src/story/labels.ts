import type { Position, Severity } from '#protocol/diagnostic.ts'
import type { StepRef, Story, StoryStep } from './story.ts'

/** What stands at the end of a line. */
export interface Label {
  ref: StepRef
  /** Where its step begins. */
  at: Position
  text: string
  kind: 'primary' | 'secondary' | 'note'
  severity: Severity
  source: Story['source']
  code?: string
}

/** The labels of stories by the step that they belong to; those of one line in the order in which they stand there. */
export function toLabels(stories: Story[]): Label[] {
  return stories.flatMap((story, index) =>
    story.steps.flatMap((step, at) =>
      step.isHere ? toLabelsOf(story, step, { story: index, step: at }) : [],
    ),
  )
}

/** Orders the labels of one line: what it is about first. Each text once. */
export function inOrder(labels: Label[]): Label[] {
  return labels
    .filter(({ text }, index) => labels.findIndex((other) => other.text === text) === index)
    .sort((a, b) => rank[a.kind] - rank[b.kind])
}

/** The message stands where its teller puts it, with its code; after it what is said of this very place. */
function toLabelsOf(story: Story, step: StoryStep, ref: StepRef): Label[] {
  const { source, severity, code, message } = story
  const shared = { ref, source, severity, at: step.span!.start }
  if (!step.isPrimary) return [{ ...shared, text: step.words, kind: step.isAside ? 'note' : 'secondary' }]
  const head: Label = { ...shared, text: message, kind: 'primary', ...(code && { code }) }
  return step.words ? [head, { ...shared, text: step.words, kind: 'primary' }] : [head]
}

const rank: Record<Label['kind'], number> = { primary: 0, secondary: 1, note: 2 }
