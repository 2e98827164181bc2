import { inOrder, toLabels } from './labels.ts'
import { type Rail, toRails } from './rails.ts'
import { linesOf } from './lines-of.ts'
import { describeLink, describeStep, describeStory } from './describe-story.ts'
import type { Story, StoryStep } from './story.ts'

/**
 * Writes stories as plain text: the steps, then the code with its rails and labels; of the code only so many lines around
 * each step, or all of it.
 */
export function storiesToText(
  stories: Story[],
  source: string,
  { around = Infinity }: { around?: number } = {},
): string {
  return [...stories.map(stepsToText), codeToText(stories, source, around)].join('\n')
}

function stepsToText(story: Story): string {
  return [
    `${story.severity} ${describeStory(story)}`,
    ...story.steps.map((step, index) => {
      const links = story.links.filter(({ from }) => from === index)
      const bearings = links.map(({ kind, to }) => ` (${describeLink(kind)} ${to + 1})`).join('')
      return `  ${step.isAside ? '·' : index + 1} ${placeOf(step)} ${describeStep(story, step)}${bearings}`
    }),
    ...story.notes.map(({ severity, message }) => `  ${severity}: ${message}`),
    '',
  ].join('\n')
}

function placeOf({ span, isHere }: StoryStep): string {
  if (!span) return '-'
  const place = `${span.start.line}:${span.start.column}`
  return isHere ? place : `${span.file}:${place}`
}

function codeToText(stories: Story[], source: string, around: number): string {
  const rails = toRails(stories)
  const labels = toLabels(stories)
  const told = linesOf(stories)
  const isShown = (line: number) => around === Infinity || told.some((at) => Math.abs(at - line) <= around)
  const lines = source.trimEnd().split('\n')
  return lines
    .flatMap((text, index) => {
      const line = index + 1
      if (!isShown(line)) return isShown(line - 1) && index > 0 ? ['  …'] : []
      const words = inOrder(labels.filter(({ at }) => at.line === line)).map(({ text }) => text)
      const margin = [2, 1, 0].map((lane) => toCell(rails, lane, line)).join('')
      return `${String(line).padStart(3)} ${margin} ${text.padEnd(words.length > 0 ? 44 : 0)}${words.join(' · ')}`.trimEnd()
    })
    .join('\n')
    .concat('\n')
}

const signs = { begin: '○', refused: '■', end: '◒', use: '●', aside: '◦' }

function toCell(rails: Rail[], lane: number, line: number): string {
  const here = rails.filter((rail) => rail.lane === lane)
  for (const { stops, track, kind, broken } of here) {
    const stop = stops.find((stop) => stop.line === line)
    if (stop) return `${signs[stop.mark]}${stop.number ?? ' '} `
    if (track.from < line && line < track.to)
      return isIn(broken, line) ? '╎  ' : kind === 'thread' ? '┊  ' : '│  '
  }
  return '   '
}

function isIn(stretch: Rail['broken'], line: number): boolean {
  return stretch !== undefined && stretch.from < line && line < stretch.to
}
