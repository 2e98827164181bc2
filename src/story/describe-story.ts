import { roles } from './roles.ts'
import type { Story, StoryLink, StoryStep } from './story.ts'

/** Names the role of a step in its story, in a word or two, for lists and for what is spoken. */
export function describeRole({ source, severity }: Story, { role, isRefused, isPrimary }: StoryStep): string {
  if (isRefused && role === 'dropped') return 'ends too early'
  if (!isRefused || role === 'borrowed') return roles[role].name
  if (source === 'kernel') return 'the kernel finds it'
  if (source === 'browser') return 'the program ends here'
  return severity === 'error' && isPrimary ? 'refused' : severity
}

/** Describes a step in one short sentence, as it is listed and spoken. */
export function describeStep(story: Story, step: StoryStep): string {
  const role = describeRole(story, step)
  return `${capital(role)}${step.words ? `: ${step.words}` : ' here'}.`
}

/** Describes where a step is: `line 4`, or `mod.rs:728` where it is in another file; empty where it has no place. */
export function describePlace({ span, isHere }: StoryStep): string {
  if (!span) return ''
  const { file, start } = span
  return isHere ? `line ${start.line}` : `${file.split('/').at(-1)}:${start.line}`
}

/** Words for a link: they stand behind the step that it starts from, before the number of the other. */
export const linkWords: Record<StoryLink['kind'], string> = {
  conflicts: 'against',
  keeps: 'keeps alive',
  after: 'after',
  because: 'because of',
}

/** Describes in one sentence which diagnostic a story is of. */
export function describeStory({ code, message, steps }: Story): string {
  const at = steps.find(({ isPrimary, isHere }) => isPrimary && isHere)?.span
  const place = [code, at && `line ${at.start.line}`].filter(Boolean).join(', ')
  return `${place && `${place}: `}${message}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
