import { expect, it } from 'vitest'
import { toStories } from '#story/to-story.ts'
import { renderCode } from '#markdown/render-code.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'

const code = `fn main() {
    let buf = vec![1u8];
    let first = &buf[0];
    drop(buf);
    println!("{first}");
}
`
const at = (line: number, from: number, to: number) => ({
  file: 'main.rs',
  start: { line, column: from },
  end: { line, column: to },
})
const refusal: Diagnostic = {
  severity: 'error',
  code: 'E0505',
  message: 'cannot move out of `buf` because it is borrowed',
  spans: [
    { ...at(4, 10, 13), primary: true, label: 'move out of `buf` occurs here' },
    { ...at(3, 18, 21), primary: false, label: 'borrow of `buf` occurs here' },
    { ...at(5, 15, 22), primary: false, label: 'borrow later used here' },
  ],
  children: [],
  fixes: [],
}

it('gives one element a line, and the text again when the tags are taken away', () => {
  const html = renderCode({ code, language: 'rust' })
  expect(html.match(/class="line"/g)).toHaveLength(6)
  expect(toText(html)).toBe(code)
})

it('writes what HTML would take for a tag as text', () => {
  expect(renderCode({ code: 'Box<u8> && "x"', language: 'text' })).toContain(
    'Box&lt;u8&gt; &amp;&amp; &quot;x&quot;',
  )
})

it('puts each label at the end of its own line', () => {
  const lines = renderRefusal().split('data-line=').slice(1)
  expect(lines[2]).toContain(
    'story-label-secondary story-label-error story-label-rustc">borrow of <code>buf</code> occurs here',
  )
  expect(lines[3]).toContain('<b>E0505</b> cannot move out of <code>buf</code>')
  expect(lines[4]).toContain('borrow later used here')
  expect(lines[1]).not.toContain('class="story-label')
})

it('draws the rail from the start of the loan to its last use, with a stop for each step', () => {
  const margins = [...renderRefusal().matchAll(/<span class="story-margin".*?<\/span>/g)].map(
    ([html]) => html,
  )
  expect(
    margins.map((html) => [/lane-0([^"]*)"/.exec(html)![1]!.trim(), /stop-(\w+)/.exec(html)![1]]),
  ).toEqual([
    ['down', 'begin'],
    ['up down down-broken', 'refused'],
    ['up up-broken', 'use'],
  ])
})

it('underlines exactly what a span covers', () => {
  expect(renderRefusal()).toMatch(/drop<\/span>\(<span class="at at-error">buf<\/span>\)/)
})

it('says nothing twice to a screen reader: labels are hidden, since a list follows', () => {
  expect(renderRefusal()).toContain('class="story-labels" aria-hidden="true"')
})

it('shows only the lines of a range, without the indentation that they share', () => {
  const html = renderCode({ code, language: 'rust', range: { from: 3, to: 4 } })
  expect(toText(html)).toBe('let first = &buf[0];\ndrop(buf);\n')
  expect(html).toContain('data-line="3"')
})

it('names a duty on its first line and colours all of them', () => {
  const html = renderCode({ code, language: 'rust', duties: [{ number: 2, lines: [2, 4] }] })
  expect(html.match(/duty d2/g)).toHaveLength(2)
  expect(html.match(/class="badge"/g)).toHaveLength(1)
})

it('links the number of a duty to its note', () => {
  const html = renderCode({ code, language: 'rust', duties: [{ number: 2, lines: [2, 4] }] })
  expect(html).toContain('<a class="badge" href="#duty-2" aria-label="Duty 2">2</a>')
})

it('folds lines behind a label of the checkbox that unfolds them', () => {
  const fold = { ranges: [{ from: 1, to: 2, title: 'a & b' }], toggle: 'whole' }
  const html = renderCode({ code, language: 'rust', fold })
  expect(html.match(/class="line folded/g)).toHaveLength(2)
  expect(html).toMatch(
    /<code><label class="gap" for="whole">⋯ lines 1–2: a &amp; b<\/label><span class="line folded/,
  )
  expect(toText(html)).toContain(code.split('\n')[0])
})

it('numbers an excerpt of a file by the lines of the file', () => {
  expect(renderCode({ code: 'int x;\n', language: 'c', firstLine: 51 })).toContain('data-line="51"')
})

it('knows that an excerpt begins inside a comment', () => {
  expect(renderCode({ code: ' * if this fails\n */\n', language: 'c' })).toContain('t-comment')
})

function renderRefusal(): string {
  const stories = toStories({ file: 'main.rs', source: 'rustc', diagnostics: [refusal] })
  return renderCode({ code, language: 'rust', stories })
}

function toText(html: string): string {
  const text = html.replace(/<[^>]+>/g, '')
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

it('takes from an excerpt only indentation that is the same in all lines', () => {
  const html = renderCode({ code: '\t\tif (x)\n\t    return;\n', language: 'c', firstLine: 7 })
  expect(toText(html)).toBe('\tif (x)\n    return;\n')
})
