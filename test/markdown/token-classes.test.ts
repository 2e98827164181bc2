import { readFileSync } from 'node:fs'
import dark from 'shiki/themes/github-dark-default.mjs'
import light from 'shiki/themes/github-light-default.mjs'
import { expect, it } from 'vitest'
import { highlight } from '#markdown/highlight.ts'
import { tokenClasses } from '#markdown/token-classes.ts'

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')

/** [light, dark] of a colour in tokens.css. */
function colours(name: string): [string, string] {
  const both = new RegExp(`--${name}: (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}))`).exec(css)!
  return [both[1] ?? both[3]!, both[2] ?? both[3]!]
}

it.each(Object.entries(tokenClasses))(
  '%s is a colour of the light theme and has its variable',
  (colour, name) => {
    const ofTheme = light.tokenColors!.map(({ settings }) => settings.foreground?.toUpperCase())
    expect(ofTheme).toContain(colour)
    expect(css).toContain(`--${name}:`)
  },
)

it('the colours are those of the theme pair, but for comments, which are darker in light', () => {
  const darkColours = dark.tokenColors!.map(({ settings }) => settings.foreground?.toUpperCase())
  for (const [colour, name] of Object.entries(tokenClasses)) {
    const [ofLight, ofDark] = colours(name)
    if (name !== 't-comment') expect(ofLight.toUpperCase()).toBe(colour)
    expect(darkColours).toContain(ofDark.toUpperCase())
  }
})

it('no token of Rust or C falls through to a colour without a class', () => {
  const code = 'fn f<T: Copy>(x: &T) -> u8 { let s = "a\\n"; g!(s, 1u8); x.y() } // c'
  const plain = highlight(code, 'rust')[0]!.filter(({ classes }) => classes.length === 0)
  expect(plain.map(({ text }) => text.trim()).join(' ')).not.toMatch(/\b(fn|let|u8|f|g)\b/)
})

const backgrounds = ['surface', 'refuse-soft', 'warn-soft', 'duty-soft', 'good-soft']
const inCode = [...Object.values(tokenClasses), 'ink', 'refuse', 'context']
const pairs: [string, string][] = [
  ...backgrounds.flatMap((background) => inCode.map((text): [string, string] => [text, background])),
  ...['ink', 'ink-2', 'c', 'rust', 'refuse', 'good', 'warn'].map((text): [string, string] => [text, 'paper']),
  ...['ink', 'ink-2', 'c', 'rust'].map((text): [string, string] => [text, 'surface-2']),
  ['console-ink', 'console'],
]

it.each(pairs)('%s can be read on %s, light and dark', (text, background) => {
  for (const scheme of [0, 1] as const) {
    expect(contrast(colours(text)[scheme], colours(background)[scheme])).toBeGreaterThanOrEqual(4.5)
  }
})

/** WCAG 2 contrast of two sRGB colours. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
