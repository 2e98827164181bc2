import { t } from '#i18n/t.ts'
import type { FigureOf } from '#course/figures/figure.ts'
import { arrow, box, type Drawing, text, widthOf } from '#story/figures/svg.ts'

const rowHeight = 70

/** Draws threads at the left, locks at the right, and who holds and who waits for which. */
export function renderLocks({ threads, locks, holds, waits }: FigureOf<'locks'>): Drawing {
  const [left, right] = [threads, locks].map((names) =>
    Math.max(100, ...names.map((name) => widthOf(name) + 24)),
  ) as [number, number]
  const between = 110
  const yOf = (index: number) => 34 + index * rowHeight
  const threadAt = (name: string) => ({ x: 6 + left, y: yOf(threads.indexOf(name)) + 17 })
  const lockAt = (name: string) => ({ x: 6 + left + between, y: yOf(locks.indexOf(name)) + 17 })
  const shift = (point: { x: number; y: number }, by: number) => ({ x: point.x, y: point.y + by })
  return {
    width: left + between + right + 12,
    height: yOf(Math.max(threads.length, locks.length) - 1) + 74,
    parts: [
      ...threads.flatMap((name, index) => [
        box({ x: 6, y: yOf(index) }, { width: left, height: 34 }, 'f-plain-soft'),
        text({ x: 6 + left / 2, y: yOf(index) + 22 }, name, 'f-middle'),
      ]),
      ...locks.flatMap((name, index) => [
        box({ x: 6 + left + between, y: yOf(index) }, { width: right, height: 34 }, 'f-owner-soft'),
        text({ x: 6 + left + between + right / 2, y: yOf(index) + 22 }, name, 'f-code f-middle'),
      ]),
      ...holds.map(({ thread, lock }) =>
        arrow(shift(threadAt(thread), -6), shift(lockAt(lock), -6), { classes: 'f-arrow f-owner-line' }),
      ),
      ...waits.map(({ thread, lock }) =>
        arrow(shift(threadAt(thread), 6), shift(lockAt(lock), 6), {
          classes: 'f-arrow f-wrong-line f-dashed',
        }),
      ),
      ...legend(yOf(Math.max(threads.length, locks.length) - 1) + 60),
    ],
  }
}

function legend(y: number): string[] {
  return [
    arrow({ x: 6, y: y - 4 }, { x: 40, y: y - 4 }, { classes: 'f-arrow f-owner-line' }),
    text({ x: 48, y }, t('holds the lock'), 'f-dim'),
    arrow({ x: 164, y: y - 4 }, { x: 198, y: y - 4 }, { classes: 'f-arrow f-wrong-line f-dashed' }),
    text({ x: 206, y }, t('waits for it'), 'f-dim'),
  ]
}
