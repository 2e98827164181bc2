import { describe, expect, it } from 'vitest'
import { declarationsOf, stylesheets, type Stylesheet } from './source-styles.ts'

const size = /(?:^|\s)[\d.]+(?:rem|em|px|pt|%)/
const colour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark|color)\(/i
const named =
  /\b(?:black|white|gr[ae]y|silver|red|maroon|orange|yellow|olive|lime|green|teal|aqua|blue|navy|purple|fuchsia)\b/
const coloured = /color|background|border|outline|shadow|decoration|fill|stroke|^--/

describe('sizes of text and colours stand in tokens.css alone', () => {
  it.each(stylesheets.filter(({ path }) => path !== 'styles/tokens.css'))('$path', (stylesheet) => {
    expect(literalsOf(stylesheet)).toEqual([])
  })

  it('a literal is found wherever it hides', () => {
    const css = `.a { font: 600 0.7rem/1 var(--font-text); font-size: 13px; color: #fff }
      @media (max-width: 640px) { .b:hover { box-shadow: 0 1px 2px rgb(0 0 0 / 0.3); border: 1px solid red; --mine: light-dark(#000, #fff); } }`
    expect(literalsOf({ path: '', css }).map(([property]) => property)).toEqual([
      'font',
      'font-size',
      'color',
      'box-shadow',
      'border',
      '--mine',
    ])
  })

  it('tokens and what follows from them are not literals', () => {
    const css = `.a { font: var(--text-body) / 1.5rem var(--font-text); font-size: inherit; color: currentColor;
      background: color-mix(in srgb, var(--rail) 22%, transparent); border-top: 1.5px solid; padding: 0.5rem }`
    expect(literalsOf({ path: '', css })).toEqual([])
  })
})

function literalsOf(stylesheet: Stylesheet): [property: string, value: string][] {
  return declarationsOf(stylesheet).filter(
    ([property, value]) => hasSize(property, value) || hasColour(property, value),
  )
}

/** The height of a line may follow the size, after a slash. */
function hasSize(property: string, value: string): boolean {
  return /^font(-size)?$/.test(property) && size.test(value.replace(/\/\s*\S+/, ''))
}

function hasColour(property: string, value: string): boolean {
  return coloured.test(property) && (colour.test(value) || named.test(value.replace(/var\([^)]*\)/g, '')))
}
