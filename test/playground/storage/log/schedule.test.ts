import { describe, expect, it } from 'vitest'
import type { LogEntry } from '#playground/storage/log/log-entry.ts'
import { dueOn, toSchedule } from '#playground/storage/log/schedule.ts'

const start = new Date('2026-11-02T10:00:00.000Z')
const hour = 60 * 60 * 1000
const day = 24 * hour

describe('what is asked again', () => {
  it('is not what was right at once', () => {
    expect(toSchedule([answer({ right: true })])).toEqual([])
  })

  it('is what was wrong, a day or more later, though it was right a minute after', () => {
    const entries = [answer({ right: false }), answer({ right: true, after: 60_000 })]
    const [scheduled] = toSchedule(entries)
    expect(scheduled!.item).toBe('a/drill#cast')
    expect(daysTo(scheduled!.due)).toBeGreaterThanOrEqual(1)
    expect(daysTo(scheduled!.due)).toBeLessThan(3)
  })

  it('is what was right only after a long time', () => {
    expect(toSchedule([answer({ right: true, seconds: 300 })])).toHaveLength(1)
    expect(toSchedule([answer({ right: true, seconds: 60 })])).toEqual([])
  })

  it('comes later and later as it goes well, and soon again where it does not', () => {
    const wrong = answer({ right: false })
    const well = [wrong, answer({ right: true, after: day }), answer({ right: true, after: 5 * day })]
    const badly = [...well.slice(0, 2), answer({ right: false, after: 5 * day })]
    expect(daysTo(toSchedule(well)[0]!.due)).toBeGreaterThan(daysTo(toSchedule(badly)[0]!.due))
    expect(daysTo(toSchedule(well)[0]!.due), 'after the last answer').toBeGreaterThan(7)
  })

  it('is one question, though a recall asked it again', () => {
    const recall = answer({ right: true, after: 3 * day })
    const entries = [
      answer({ right: false }),
      { ...recall, lesson: 'a/recall', task: 'drill-cast', of: 'a/drill#cast' },
    ]
    expect(toSchedule(entries).map(({ item }) => item)).toEqual(['a/drill#cast'])
  })

  it('does not depend on the order in which the log is read', () => {
    const entries = [0, 1, 4, 9].map((days) => answer({ right: days !== 0, after: days * day }))
    expect(toSchedule(entries.toReversed())).toEqual(toSchedule(entries))
  })
})

it('what comes due later on the same day is due that day', () => {
  const schedule = [{ item: 'a#b', due: new Date(2026, 10, 5, 22) }]
  expect(dueOn(new Date(2026, 10, 5, 8), schedule)).toEqual(schedule)
  expect(dueOn(new Date(2026, 10, 4, 23), schedule)).toEqual([])
})

interface Given {
  right: boolean
  seconds?: number
  /** Milliseconds after the start. */
  after?: number
}

function answer({ right, seconds, after = 0 }: Given): LogEntry & { kind: 'answered' } {
  const at = new Date(start.getTime() + after).toISOString()
  return {
    ...{ id: at, at, lesson: 'a/drill', kind: 'answered', task: 'cast', right },
    ...(seconds !== undefined && { seconds }),
  }
}

function daysTo(date: Date): number {
  return (date.getTime() - start.getTime()) / day
}
