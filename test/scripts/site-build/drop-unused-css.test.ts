import { expect, it } from 'vitest'
import { dropUnusedCss } from '#scripts/site-build/lean-pages/drop-unused-css.ts'
import {
  anyOf,
  namesOfMarkup,
  namesOfPage,
  namesOfScript,
} from '#scripts/site-build/lean-pages/known-names.ts'

function dropFrom(css: string, page: string): string {
  const html = `<style>${css}</style>${page}`
  return /<style>([^]*)<\/style>/.exec(dropUnusedCss(html, namesOfPage(html)))![1]!
}

it('a rule for a class that the page does not have goes, with layers and queries that are empty then', () => {
  const css = '@layer components{@media print{.else{color:red}}.here{color:blue}}@layer pages{.else{top:0}}'
  expect(dropFrom(css, '<p class="over here"></p>')).toBe('@layer components{.here{color:blue}}')
})

it('of several selectors those stay that can match', () => {
  expect(dropFrom('.else,.here b,h1{top:0}', '<p class="here"></p>')).toBe('.here b,h1{top:0}')
})

it('what an element must not have, or may have instead, drops nothing', () => {
  const css =
    '.here:not(.else){top:0}.here:has(.a,.b){top:1px}:is(.a,.here){top:2px}[class^=".else"]{top:3px}'
  expect(dropFrom(css, '<p class="here"></p>')).toBe(css)
})

it('a class that a script of the page names stays, also one that it puts together', () => {
  const css = '.solved{top:0}.lane-2{top:1px}.else{top:2px}'
  const page = '<script>a.classList.add("solved", `lane-${n}`)</script>'
  expect(dropFrom(css, page)).toBe('.solved{top:0}.lane-2{top:1px}')
})

it('the order of layers is not lost, though nothing is in them', () => {
  const css = '@layer reset, base;'
  expect(dropFrom(css, '')).toBe(css)
})

it('names are known from scripts and from markup in JSON', () => {
  const names = anyOf([namesOfMarkup('{"html":"<b class=\\"chip c\\">"}'), namesOfScript('`wb-${x}`')])
  expect(['chip', 'c', 'wb-tabs', 'b', 'html'].filter((name) => names.has(name))).toEqual([
    'chip',
    'c',
    'wb-tabs',
  ])
})
