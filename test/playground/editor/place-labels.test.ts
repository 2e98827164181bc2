import { describe, expect, it } from 'vitest'
import { placeLabels } from '#playground/editor/place-labels.ts'

/** Code of these widths in a window of 700 pixels. */
const room = (...ends: number[]) => ({
  endOf: (row: number) => ends[row - 1] ?? 0,
  width: 700,
  rows: ends.length,
})

describe('labels beside the code', () => {
  it('stand at the ends of their lines, in one column', () => {
    const places = placeLabels(
      [
        { row: 1, width: 200 },
        { row: 2, width: 100 },
      ],
      room(300, 100),
    )
    expect(places.map(({ top, left, rows }) => [top, left, rows])).toEqual([
      [1, 314, 1],
      [2, 314, 1],
    ])
  })

  it('leave the column where they only fit next to the code', () => {
    const places = placeLabels(
      [
        { row: 1, width: 200 },
        { row: 2, width: 500 },
      ],
      room(300, 100),
    )
    expect(places[1]).toMatchObject({ left: 114, rows: 1, isCut: false })
  })

  it('flow on beside shorter lines', () => {
    const [place] = placeLabels([{ row: 1, width: 500 }], room(400, 350, 20))
    expect(place).toMatchObject({ top: 1, rows: 2, left: 414, isCut: false })
  })

  it('never cover the code of the lines beside which they flow', () => {
    const [place] = placeLabels([{ row: 1, width: 400 }], room(300, 450, 20))
    expect(place!.left).toBeGreaterThan(300)
    if (place!.rows > 1) expect(place!.left).toBeGreaterThan(450)
  })

  it('never flow into a line that has labels of its own', () => {
    const [first] = placeLabels(
      [
        { row: 1, width: 900 },
        { row: 2, width: 50 },
      ],
      room(300, 100),
    )
    expect(first).toMatchObject({ rows: 1, isCut: true })
  })

  it('of the first story take the lines below, where their own is full; what stood there is seen when it is gone to', () => {
    const blocks = [
      { row: 1, width: 400, isFirst: true },
      { row: 2, width: 300 },
    ]
    const [first, second] = placeLabels(blocks, room(640, 200))
    expect(first).toMatchObject({ row: 1, top: 2, isCut: false })
    expect(second).toMatchObject({ row: 2, width: 0, isCut: true })
    const without = placeLabels([{ row: 1, width: 400 }, blocks[1]!], room(640, 200))
    expect(without[0]).toMatchObject({ isCut: true })
    expect(without[1]).toMatchObject({ isCut: false })
  })

  it('of the first story take them too where that shows more of a text that is whole nowhere', () => {
    const blocks = [
      { row: 1, width: 2000, isFirst: true },
      { row: 2, width: 300 },
    ]
    const [first] = placeLabels(blocks, room(640, 200))
    expect(first).toMatchObject({ row: 1, top: 2, rows: 1, isCut: true })
    const [, second] = placeLabels(blocks, room(640, 200, 100, 100))
    expect(second, 'but not where there is room further below').toMatchObject({ isCut: false })
  })

  it('of the first story stand past a call that is wrapped over two full lines', () => {
    const [first] = placeLabels([{ row: 1, width: 400, isFirst: true }], room(690, 640, 200, 20))
    expect(first).toMatchObject({ row: 1, top: 3, isCut: false })
    const [other] = placeLabels([{ row: 1, width: 400 }], room(690, 640, 200, 20))
    expect(other).toMatchObject({ isCut: true })
  })

  it('stand beside the next line where their own is full', () => {
    const [place] = placeLabels([{ row: 1, width: 400 }], room(680, 40))
    expect(place).toMatchObject({ top: 2, left: 54, isCut: false })
  })

  it('are cut where there is little room, and hide no code even then', () => {
    const [place] = placeLabels([{ row: 1, width: 400 }], room(600))
    expect(place).toMatchObject({ top: 1, left: 614, isCut: true })
  })

  it('are out of sight where there is no room at all', () => {
    expect(placeLabels([{ row: 1, width: 400 }], room(690))).toMatchObject([{ width: 0, isCut: true }])
  })

  it('cover the code below, but not their own, when they are shown as a whole', () => {
    const [narrow, wide] = placeLabels(
      [
        { row: 1, width: 900 },
        { row: 2, width: 900 },
      ],
      room(690, 100),
    )
    expect(narrow!.whole).toMatchObject({ top: 2, left: 260, width: 440 })
    expect(wide!.whole).toMatchObject({ top: 2, left: 114 })
  })
})
