import type { Diagnostic, DiagnosticChild, Span } from '#protocol/diagnostic.ts'
import { type Role, roleOf, roles, messageStandsAtLoan } from './roles.ts'
import type { Story, StoryStep } from './story.ts'

/** Turns all places of a diagnostic into steps in the order of events; `notes` have no place, `marks` have no words. */
export function toSteps(diagnostic: Diagnostic, file: string): Pick<Story, 'steps' | 'notes' | 'marks'> {
  const own = diagnostic.spans.flatMap((span) => toOwnStep(span, diagnostic, file))
  const asides = diagnostic.children.flatMap((child) => toAsides(child, file))
  const steps = [...own, ...asides]
  return {
    steps: markRefused(withoutRepeats(steps)).sort(byEvents),
    notes: diagnostic.children.filter(isPlaceless).map(({ severity, message }) => ({ severity, message })),
    marks: [...diagnostic.spans, ...diagnostic.children.flatMap(({ spans }) => spans)].filter(
      (span) => isIn(span, file) && !steps.some((step) => step.span === span),
    ),
  }
}

/** A label that only repeats the message is left out. */
function toOwnStep(span: Span, { code, message }: Diagnostic, file: string): StoryStep[] {
  const { primary, label = '' } = span
  if (!primary && !label) return []
  const words = primary && message.includes(label) ? '' : label
  return [toStep({ span, words, role: toRole(span, code), isPrimary: primary }, file)]
}

function toRole({ primary, label = '' }: Span, code = ''): Role {
  if (!primary) return roleOf(label)
  return messageStandsAtLoan.has(code) ? 'borrowed' : 'refused'
}

/** A note or help: its labels, its message at its first place, or, in a chain of bounds, the message alone. */
function toAsides(child: DiagnosticChild, file: string): StoryStep[] {
  const { spans, message } = child
  if (spans.length === 0) return isLinkOfChain(child) ? [toAside({ words: message }, file)] : []
  const first = spans.find(({ primary }) => primary) ?? spans[0]!
  return spans
    .filter((span) => span.label || span === first)
    .map((span) => toAside({ span, words: span.label ?? message }, file))
}

/** What a note says may belong to the story; all else stands beside it. */
function toAside(step: Pick<StoryStep, 'span' | 'words'>, file: string): StoryStep {
  const found = roleOf(step.words)
  const { inNote } = roles[found]
  const role = inNote === 'note' ? 'note' : found
  return { ...toStep({ ...step, role, isPrimary: false }, file), isAside: inNote !== 'step' }
}

function isLinkOfChain({ message }: DiagnosticChild): boolean {
  return isBound(roleOf(message))
}

function isBound(role: Role): boolean {
  return roles[role].phase === 'bound'
}

function isPlaceless(child: DiagnosticChild): boolean {
  return child.spans.length === 0 && child.message !== '' && !isLinkOfChain(child)
}

function toStep(step: Pick<StoryStep, 'role' | 'words' | 'span' | 'isPrimary'>, file: string): StoryStep {
  const isHere = step.span !== undefined && isIn(step.span, file)
  return { ...step, isHere, isRefused: step.role === 'refused', isAside: false }
}

function isIn(span: Span, file: string): boolean {
  return span.file === file && !span.external
}

/** One place may come twice: rustc gives two labels to one span, and a note repeats a label. */
function withoutRepeats(steps: StoryStep[]): StoryStep[] {
  const kept: StoryStep[] = []
  for (const step of steps) {
    const same = kept.find((other) => other.role === step.role && isSamePlace(other.span, step.span))
    if (!same) kept.push({ ...step })
    else if (step.words && !same.words.includes(step.words))
      same.words = [same.words, step.words].filter(Boolean).join('; ')
  }
  return kept
}

function isSamePlace(a: Span | undefined, b: Span | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    JSON.stringify([a.file, a.start, a.end]) === JSON.stringify([b.file, b.start, b.end])
  )
}

/** Where the message stands at the loan, what is refused is that its owner goes. */
function markRefused(steps: StoryStep[]): StoryStep[] {
  if (steps.some(({ isRefused }) => isRefused)) return steps
  const index = steps.findIndex(({ role }) => role === 'dropped')
  const at = index === -1 ? steps.findIndex(({ isPrimary }) => isPrimary) : index
  return steps.map((step, index) => ({ ...step, isRefused: index === at }))
}

/** What is rank by rank the same comes in the order of the text; a chain of bounds from the type to what asks for it. */
function byEvents(a: StoryStep, b: StoryStep): number {
  const ranks = Number(a.isAside) - Number(b.isAside) || roles[a.role].rank - roles[b.role].rank
  if (ranks !== 0 || isBound(a.role)) return ranks || rankInChain(a) - rankInChain(b)
  return (
    (a.span?.start.line ?? 0) - (b.span?.start.line ?? 0) ||
    (a.span?.start.column ?? 0) - (b.span?.start.column ?? 0)
  )
}

function rankInChain({ words }: StoryStep): number {
  return chain.findIndex((sign) => sign.test(words))
}

const chain = [/is not implemented/, /^within|because it/, /^required (for|so)/, /introduced by/, /(?:)/]
