import { expect, it } from 'vitest'
import { stylesheets } from './source-styles.ts'

const css = (path: string) => stylesheets.find((stylesheet) => stylesheet.path === path)!.css
const declared = css('styles/layers.css').match(/[a-z]+(?=[,;])/g)!
const site = [...css('styles/site.css').matchAll(/'\.\/(.*?)' layer\(/g)]
const imported = new Set(site.map(([, file]) => `styles/${file}`))

it('a stylesheet names a layer for all that it says, unless another stylesheet imports it into one', () => {
  const outside = stylesheets.filter(({ path, css }) => !imported.has(path) && outermost(css).some(isRule))
  expect(outside.map(({ path }) => path)).toEqual(['playground/editor/monaco.css'])
})

it('every layer that a stylesheet names is declared, so that its rank does not depend on the order of imports', () => {
  const named = stylesheets.flatMap(({ css }) => [...css.matchAll(/@layer ([a-z]+) \{|layer\((.*?)\)/g)])
  const names = new Set(named.map(([, own, given]) => own ?? given))
  expect(new Set(declared)).toEqual(names)
})

/** What stands outside of all braces, up to each of them. */
function outermost(css: string): string[] {
  const heads: string[] = []
  let depth = 0
  let head = ''
  for (const sign of css) {
    if (sign === '{' && depth++ === 0) heads.push(head.trim())
    if (depth === 0) head = sign === ';' ? '' : head + sign
    if (sign === '}' && --depth === 0) head = ''
  }
  return heads
}

function isRule(head: string): boolean {
  return !head.startsWith('@layer ') && head !== '@font-face'
}
