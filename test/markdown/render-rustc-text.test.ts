import { expect, it } from 'vitest'
import { renderRustcText } from '#markdown/render-rustc-text.ts'

const fence = '```'

it('colours code as Rust and marks what the words above call erroneous', () => {
  const html = renderRustcText(
    `Erroneous code example:\n\n${fence}\nlet a = b;\n${fence}\n\nMend it:\n\n${fence}\nlet a = 1;\n${fence}\n`,
  )
  expect(html).toContain('<figure class="fence erroneous">')
  expect(html).toContain('aria-label="Erroneous example 1"')
  expect(html).toContain('aria-label="Example 2"')
  expect(html).toContain('t-keyword')
})

it('draws code in lists too', () => {
  expect(renderRustcText(`* One:\n\n  ${fence}\n  let a = 1;\n  ${fence}\n`)).toContain(
    'aria-label="Example 1"',
  )
})

it('leads to the pages of other codes, and to where rustc’s documentation is', () => {
  const html = renderRustcText(
    '[a](E0382.html) [b](../../../cargo/book/index.html) [c](https://example.org/)',
  )
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    '/errors/E0382/',
    'https://doc.rust-lang.org/cargo/book/index.html',
    'https://example.org/',
  ])
})

it('has no heading above that of its section', () => {
  expect(renderRustcText('#### Note: old.\n')).toBe('<h3>Note: old.</h3>')
})
