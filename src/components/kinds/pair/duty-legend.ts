import type { LessonOf } from '#course/lesson.ts'

/** One duty as the legend shows it, with the lines (from 1) that carry it on either side. */
export interface LegendDuty {
  number: number
  text: string
  c: number[]
  rust: number[]
}

/** The duties of a lesson in the order in which the C comes to them. */
export function toDutyLegend({ c, rust, duties }: LessonOf<'pair'>): LegendDuty[] {
  return c.duties.map(({ name, lines }, index) => ({
    number: index + 1,
    text: duties[name]!,
    c: lines,
    rust: rust.duties.find((duty) => duty.name === name)!.lines,
  }))
}

/** Lines as people write them: «3, 7–9». */
export function toRanges(lines: number[]): string {
  return lines
    .reduce<[number, number][]>((ranges, line) => {
      const last = ranges.at(-1)
      if (last && last[1] + 1 === line) last[1] = line
      else ranges.push([line, line])
      return ranges
    }, [])
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
    .join(', ')
}
