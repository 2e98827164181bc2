import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { Figure } from '#course/figures/figure.ts'
import { renderFigure } from '#components/figures/render-figure.ts'

const folder = new URL('./figures/', import.meta.url)
const read = (name: string): unknown => parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8'))
const names = readdirSync(folder).flatMap((file) => /^(.*)\.yaml$/.exec(file)?.[1] ?? [])

it.each(names)('draws %s', async (name) => {
  const pictures = renderFigure(Figure.parse(read(name)))
  await expect(pictures.map(({ svg }) => svg.replaceAll('><', '>\n<')).join('\n\n')).toMatchFileSnapshot(
    `figures/${name}.svg.txt`,
  )
})

it.each(names)('%s draws nothing outside of its picture', (name) => {
  for (const { svg } of renderFigure(Figure.parse(read(name)))) {
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number)
    for (const [, x, y, w, h] of svg.matchAll(
      /<rect x="([-\d.]+)" y="([-\d.]+)" width="([-\d.]+)" height="([-\d.]+)"/g,
    )) {
      expect(Number(x) + Number(w)).toBeLessThanOrEqual(width!)
      expect(Number(y) + Number(h)).toBeLessThanOrEqual(height!)
    }
  }
})

it('refuses a bar that goes past the code', () => {
  const figure = read('lifetimes') as { bars: object[] }
  const bars = [{ name: 'a', from: 2, to: 9 }]
  expect(Figure.safeParse({ ...figure, bars }).error?.message).toMatch(/a bar goes from a line/)
})

it('every figure says what it shows to who cannot see it', () => {
  const { alt: _alt, ...silent } = read('locks') as Record<string, unknown>
  expect(Figure.safeParse(silent).success).toBe(false)
})
