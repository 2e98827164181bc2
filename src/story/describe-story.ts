import type { Severity } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import { roles } from './roles.ts'
import type { Story, StoryLink, StoryStep } from './story.ts'

/** Names the role of a step in its story, in a word or two, for lists and for what is spoken. */
export function describeRole({ source, severity }: Story, { role, isRefused, isPrimary }: StoryStep): string {
  if (isRefused && role === 'dropped') return t('ends too early')
  if (!isRefused || role === 'borrowed') return roles[role].name()
  if (source === 'kernel') return t('the kernel finds it')
  if (source === 'browser') return t('the program ends here')
  return severity === 'error' && isPrimary ? t('refused') : describeSeverity(severity)
}

/** Names a severity in a word. */
export function describeSeverity(severity: Severity): string {
  return {
    error: () => t('error'),
    warning: () => t('warning'),
    note: () => t('note'),
    help: () => t('help'),
  }[severity]()
}

/** Describes a step in one short sentence, as it is listed and spoken. */
export function describeStep(story: Story, step: StoryStep): string {
  const role = capital(describeRole(story, step))
  return step.words ? `${role}: ${step.words}.` : t('{role} here.', { role })
}

/** Describes where a step is: `line 4`, or `mod.rs:728` where it is in another file; empty where it has no place. */
export function describePlace({ span, isHere }: StoryStep): string {
  if (!span) return ''
  const { file, start } = span
  return isHere ? t('line {line}', start) : `${file.split('/').at(-1)}:${start.line}`
}

/** Words for a link: they stand behind the step that it starts from, before the number of the other. */
export function describeLink(kind: StoryLink['kind']): string {
  return {
    conflicts: () => t('against'),
    keeps: () => t('keeps alive'),
    after: () => t('after'),
    because: () => t('because of'),
  }[kind]()
}

/** Describes in one sentence which diagnostic a story is of. */
export function describeStory({ code, message, steps }: Story): string {
  const at = steps.find(({ isPrimary, isHere }) => isPrimary && isHere)?.span
  const place = [code, at && t('line {line}', at.start)].filter(Boolean).join(', ')
  return `${place && `${place}: `}${message}.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
