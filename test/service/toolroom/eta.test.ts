import { describe, expect, it } from 'vitest'
import { createEta } from '#service/toolroom/eta.ts'

describe('The time left', () => {
  it('is told by the pace so far', () => {
    expect(times([0, 0], [10, 20_000], [50, 60_000], [100, 100_000])).toEqual([undefined, 180, 60, 0])
  })

  it('is not told as long as there is too little to tell by', () => {
    expect(times([0, 0], [4, 20_000])).toEqual([undefined, undefined])
  })

  it('counts only what this run has done', () => {
    expect(times([0, 0], [60, 10], [70, 10_000], [80, 20_000])).toEqual([undefined, undefined, 30, 20])
  })
})

function times(...points: [percent: number, milliseconds: number][]) {
  let time = 0
  const pace = createEta(() => time)
  return points.map(([percent, milliseconds]) => {
    time = milliseconds
    return pace({ percent, step: 'x' }).secondsLeft
  })
}
