import { leavesDangling, type Phase, roles } from '../roles.ts'
import type { Story, StoryStep } from '../story.ts'
import type { LifetimeBar, Lifetimes } from './lifetimes.ts'

/**
 * The lifetimes that a story is about, beside the lines of the text that it is of: who owns the value, how long it is
 * lent, and where that goes wrong. Undefined where it is about none that are longer than a line, or its lines are too far apart.
 */
export function lifetimesOfStory(story: Story, text: string): Lifetimes | undefined {
  const places = toPlaces(story)
  const bars = toBars(story, places).filter(({ from, to }) => from <= to)
  if (!bars.some(({ look, from, to }) => look !== 'wrong' && from < to)) return undefined
  const lines = text.split('\n')
  const from = Math.max(1, Math.min(...bars.map((bar) => bar.from)) - 1)
  const to = Math.min(lines.length, Math.max(...bars.map((bar) => bar.to)) + 1)
  if (to - from >= mostLines) return undefined
  const inCode = (line: number) => line - from + 1
  return {
    code: withoutIndent(lines.slice(from - 1, to)).join('\n'),
    firstLine: from,
    bars: bars.map((bar) => ({ ...bar, from: inCode(bar.from), to: inCode(bar.to) })),
  }
}

const mostLines = 40

/** Takes off what all lines share: there is little room beside the bars. */
function withoutIndent(lines: string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)![0].length)
  const shared = Math.min(...indents)
  return lines.map((line) => line.slice(shared))
}

/** The lines at which the story's parts stand, as far as it has them. */
interface Places {
  owner: number | undefined
  loan: number | undefined
  end: number | undefined
  use: number | undefined
  refused: number | undefined
  last: number
}

function toPlaces({ steps }: Story): Places {
  const here = steps.filter((step) => step.isHere && !step.isAside && step.span)
  const lineOf = (step: StoryStep | undefined) => step?.span?.start.line
  const first = (...phases: Phase[]) => here.find(({ role }) => phases.includes(roles[role].phase))
  const loans = here.filter(({ role }) => roles[role].phase === 'loan')
  return {
    owner: lineOf(first('owner', 'allocation')),
    loan: lineOf(loans.find(({ isRefused }) => !isRefused) ?? loans[0]),
    end: lineOf(first('end')),
    use: lineOf(first('use')),
    refused: lineOf(here.find(({ isRefused }) => isRefused)),
    last: Math.max(0, ...here.map((step) => step.span!.end.line)),
  }
}

function toBars(story: Story, places: Places): LifetimeBar[] {
  const { owner, loan, end, use, refused, last } = places
  const name = nameOf(story)
  const needed = use ?? refused
  const gone = end ?? (leavesDangling.has(story.code ?? '') ? refused : undefined)
  return [
    ...toBar(name, 'owner', [owner, gone ?? last]),
    ...toBar(name === 'value' ? 'loan' : `&${name}`, 'loan', [loan, needed ?? end]),
    ...toWrong(story, { gone, needed, refused }),
  ]
}

function toBar(
  name: string,
  look: LifetimeBar['look'],
  [from, to]: [number | undefined, number | undefined],
): LifetimeBar[] {
  return from === undefined || to === undefined ? [] : [{ name, look, from, to }]
}

/** Where something points at what is gone; else the line that is refused. */
function toWrong(
  { code = '' }: Story,
  { gone, needed, refused }: Pick<Places, 'refused'> & Record<'gone' | 'needed', number | undefined>,
): LifetimeBar[] {
  const isDangling = leavesDangling.has(code) && gone !== undefined && needed !== undefined && gone < needed
  return isDangling
    ? toBar('dangling', 'wrong', [gone, needed])
    : toBar('refused', 'wrong', [refused, refused])
}

/** As the compiler or the kernel calls it; short enough to stand above a bar. */
function nameOf({ message, steps }: Story): string {
  const told = [
    ...steps.filter(({ role }) => roles[role].phase === 'owner').map(({ words }) => words),
    message,
  ]
  const name = told.map((words) => /`\*?([A-Za-z_][\w.]*)`/.exec(words)?.[1]).find(Boolean) ?? 'value'
  return name.length > mostName ? `${name.slice(0, mostName - 1)}…` : name
}

const mostName = 14
