import type { Rail, Stop } from './rails.ts'

/** Renders the pieces of rails on one line as HTML for styles/story.css: a track above and below its middle, and a stop. */
export function renderRails(rails: Rail[], line: number): string {
  return rails.flatMap((rail) => renderPiece(rail, line)).join('')
}

function renderPiece(rail: Rail, line: number): string[] {
  const stop = rail.stops.find((stop) => stop.line === line)
  const track = toTrack(rail, line)
  if (!stop && track.length === 0) return []
  const look = `rail rail-${rail.kind} rail-${rail.source} rail-${rail.severity} lane-${rail.lane}`
  const classes = [look, ...track].join(' ')
  return [`<i class="${classes}" data-story="${rail.story}">${stop ? renderStop(stop, rail) : ''}</i>`]
}

function toTrack({ track, broken = nowhere }: Rail, line: number): string[] {
  const isWithin = {
    up: ({ from, to }: Stretch) => from < line && line <= to,
    down: ({ from, to }: Stretch) => from <= line && line < to,
  }
  return (['up', 'down'] as const).flatMap((half) => {
    if (!isWithin[half](track)) return []
    return isWithin[half](broken) ? [half, `${half}-broken`] : [half]
  })
}

type Stretch = Rail['track']

const nowhere: Stretch = { from: Infinity, to: Infinity }

function renderStop({ mark, step, number }: Stop, { story }: Rail): string {
  const name = number === undefined ? '' : ` data-number="${number}"`
  return `<b class="stop stop-${mark}" data-story="${story}" data-step="${step}"${name}></b>`
}
