import { z } from 'zod'
import { withoutStaleFrames } from '../../stale-frames.ts'

/** A part of a report that readers can have explained. */
export const ReportPart = z.strictObject({
  at: z.string().min(3).describe('its first line has this; looked for below the part before'),
  to: z.string().min(3).optional().describe('its last line has this; else it is one line'),
  means: z.string().describe('what it says and what one learns from it, as Markdown'),
})
export type ReportPart = z.infer<typeof ReportPart>

/** Lines of a report, with the part that they are. */
export interface ReportPiece {
  lines: string[]
  part?: ReportPart
}

/** A report as it is read. */
export interface CutReport {
  pieces: ReportPiece[]
  /** How many frames are left out: those with a `?`, old values that happened to be on the stack. */
  stale: number
  /** The first part that is not there. */
  missing?: ReportPart
}

/** Cuts a report into its parts and what lies between, without time stamps and stale frames. */
export function cutReport(text: string, parts: ReportPart[]): CutReport {
  const clean = withoutStaleFrames(text.trimEnd())
  return { stale: clean.stale, ...cutLines(clean.text.split('\n').map(withoutTime), parts) }
}

function cutLines(lines: string[], parts: ReportPart[]): Omit<CutReport, 'stale'> {
  const pieces: ReportPiece[] = []
  let read = 0
  for (const part of parts) {
    const from = findLine(lines, part.at, read)
    const to = part.to === undefined ? from : findLine(lines, part.to, from)
    if (from < 0 || to < 0) return { pieces, missing: part }
    if (from > read) pieces.push({ lines: lines.slice(read, from) })
    pieces.push({ lines: lines.slice(from, to + 1), part })
    read = to + 1
  }
  if (read < lines.length) pieces.push({ lines: lines.slice(read) })
  return { pieces }
}

function findLine(lines: string[], words: string, from: number): number {
  return from < 0 ? -1 : lines.findIndex((line, index) => index >= from && line.includes(words))
}

function withoutTime(line: string): string {
  return line.replace(/^\[ *\d+\.\d+\] ?/, '').trimEnd()
}
