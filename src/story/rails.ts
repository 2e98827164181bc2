import type { Severity } from '#protocol/diagnostic.ts'
import { leavesDangling, type Phase, type RailKind, roles } from './roles.ts'
import type { StepRef, Story, StoryStep } from './story.ts'

/** The line in the margin of one story: a track with a numbered stop for each step. */
export interface Rail {
  story: number
  severity: Severity
  source: Story['source']
  kind: RailKind
  stops: Stop[]
  /** Lines that the track covers, both ends included. */
  track: { from: number; to: number }
  /** Between these lines what is pointed at is gone: the track is broken. */
  broken?: { from: number; to: number }
  /** 0 is next to the code. Rails side by side never cross. */
  lane: number
}

/** A line at which a rail has a step. */
export interface Stop {
  line: number
  step: number
  /** The shape: where it begins, what is refused, where it ends, where it is needed, and all else. */
  mark: 'begin' | 'refused' | 'end' | 'use' | 'aside'
  /** Undefined where the story has only one step. */
  number?: number
}

/** Finds the line on which a step is now; undefined if it is no longer in the text. */
export type LineOf = (ref: StepRef) => number | undefined

/** The number of rails that fit beside each other. */
export const lanes = 3

/**
 * Makes the rails of stories and gives each a lane; where there is no room they are left out, but never the one of the
 * story that is `lit`. `lineOf` is that of an editor whose text has moved; `room` is the number of lanes.
 */
export function toRails(
  stories: Story[],
  {
    lineOf = lineIn(stories),
    lit,
    room = lanes,
  }: { lineOf?: LineOf; lit?: number | undefined; room?: number } = {},
): Rail[] {
  const rails = stories.flatMap((story, index) => toRail(story, index, lineOf))
  const placed = placeInLanes(rails, { room })
  if (lit === undefined || placed.some(({ story }) => story === lit)) return placed
  return placeInLanes(rails, { room, first: lit })
}

/** The lines as the stories have them. */
function lineIn(stories: Story[]): LineOf {
  return ({ story, step }) => stories[story]?.steps[step]?.span?.start.line
}

type Unplaced = Omit<Rail, 'lane'>

function toRail(story: Story, index: number, lineOf: LineOf): Unplaced[] {
  const placed = story.steps.flatMap((step, at) => {
    const line = step.isHere && !step.isAside ? lineOf({ story: index, step: at }) : undefined
    return line === undefined ? [] : [{ step, at, line }]
  })
  if (placed.length === 0) return []
  const kind = kindOf(story)
  const onTrack = placed.filter(({ step }) => isOnTrack(step, kind)).map(({ line }) => line)
  const lines = onTrack.length > 0 ? onTrack : [placed[0]!.line]
  const broken = toBroken(story, placed)
  return [
    {
      ...{ story: index, severity: story.severity, source: story.source, kind },
      stops: toStops(placed, { kind, isNumbered: placed.length > 1 }),
      track: { from: Math.min(...lines), to: Math.max(...lines) },
      ...(broken && { broken }),
    },
  ]
}

function kindOf({ code, steps }: Story): RailKind {
  if (code === 'E0382') return 'life'
  const has = (phase: Phase) => steps.some((step) => step.isHere && phaseOf(step) === phase)
  if (has('loan') || has('use')) return 'loan'
  return has('end') ? 'life' : 'thread'
}

function phaseOf({ role }: StoryStep): Phase {
  return roles[role].phase
}

function isOnTrack({ role, isRefused }: StoryStep, kind: RailKind): boolean {
  return isRefused || roles[role].tracks.includes(kind)
}

interface PlacedStep {
  step: StoryStep
  at: number
  line: number
}

/** One stop a line: the step that matters most there. */
function toStops(
  placed: PlacedStep[],
  { kind, isNumbered }: { kind: RailKind; isNumbered: boolean },
): Stop[] {
  const stops = placed.map(({ step, at, line }): Stop => {
    return { line, step: at, mark: markOf(step, kind), ...(isNumbered && { number: at + 1 }) }
  })
  return stops
    .filter((stop) => stops.find((other) => other.line === stop.line && outranks(other, stop)) === undefined)
    .sort((a, b) => a.line - b.line)
}

function outranks(a: Stop, b: Stop): boolean {
  return a !== b && (rank[a.mark] < rank[b.mark] || (rank[a.mark] === rank[b.mark] && a.step < b.step))
}

const rank: Record<Stop['mark'], number> = { refused: 0, end: 1, begin: 2, use: 3, aside: 4 }

function markOf(step: StoryStep, kind: RailKind): Stop['mark'] {
  if (step.isRefused) return 'refused'
  const phase = phaseOf(step)
  return phase === 'owner' && kind === 'life' ? 'begin' : marks[phase]
}

const marks: Record<Phase, Stop['mark']> = {
  owner: 'aside',
  allocation: 'begin',
  loan: 'begin',
  end: 'end',
  use: 'use',
  cause: 'aside',
  bound: 'aside',
  beside: 'aside',
}

/** From where a value ends to where something still points at it, whichever stands first in the text. */
function toBroken({ code = '', steps }: Story, placed: PlacedStep[]): Rail['broken'] {
  const lineOf = (phase: Phase) => placed.find(({ step }) => phaseOf(step) === phase)?.line
  const refused = placed.find(({ step }) => step.isRefused)?.line
  const isGone = leavesDangling.has(code) && steps.some((step) => phaseOf(step) === 'loan')
  const end = lineOf('end') ?? (isGone ? refused : undefined)
  const use = lineOf('use') ?? refused
  if (end === undefined || use === undefined || end === use) return undefined
  return { from: Math.min(end, use), to: Math.max(end, use) }
}

/** Short rails come next to the code, longer ones outside of them; `first` gets its place before all others. */
function placeInLanes(rails: Unplaced[], { room, first }: { room: number; first?: number }): Rail[] {
  const taken: Unplaced[][] = Array.from({ length: room }, () => [])
  const placed: Rail[] = []
  const inTurn = rails.toSorted(
    (a, b) => Number(b.story === first) - Number(a.story === first) || extent(a) - extent(b),
  )
  for (const rail of inTurn) {
    const lane = taken.findIndex((others) => others.every((other) => !overlap(rail, other)))
    if (lane === -1) continue
    taken[lane]!.push(rail)
    placed.push({ ...rail, lane })
  }
  return placed.sort((a, b) => a.story - b.story)
}

function extent({ stops }: Unplaced): number {
  return stops.at(-1)!.line - stops[0]!.line
}

function overlap(a: Unplaced, b: Unplaced): boolean {
  return a.stops[0]!.line <= b.stops.at(-1)!.line && b.stops[0]!.line <= a.stops.at(-1)!.line
}
