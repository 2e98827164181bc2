import { expect, it } from 'vitest'
import { renderPreview } from '#components/preview/render-preview.ts'

const code = {
  text: 'fn main() {\n    let a = vec![1u8];\n    drop(a);\n    println!("{a:?} <&>");\n}\n',
  language: 'rust' as const,
  first: 2,
  told: { line: 4, says: 'E0382: value borrowed here after move' },
}

it('shows the lines from the first on, each with its number, and what is said of one', () => {
  const svg = renderPreview({ place: '3.1 Ownership', title: 'A move', code })
  expect([...svg.matchAll(/text-anchor="end"[^>]*>(\d+)</g)].map(([, number]) => number)).toEqual([
    '2',
    '3',
    '4',
    '5',
  ])
  expect(svg).toContain('E0382: value borrowed here after move')
  expect(svg).not.toContain('main')
})

it('escapes what SVG would take for its own', () => {
  const svg = renderPreview({ place: '3.1', title: '`&mut T` & <T>', code })
  expect(svg).toContain('&amp;mut T &amp; &lt;T&gt;')
  expect(svg).toContain('&lt;&amp;&gt;')
})

it('cuts a long line and a long word of the compiler where the picture ends', () => {
  const text = `let a = ${'b'.repeat(200)};`
  const told = { line: 1, says: 'c'.repeat(200) }
  const svg = renderPreview({ place: '1', title: 'T', code: { ...code, text, first: 1, told } })
  expect(svg).not.toContain('b'.repeat(61))
  expect(svg).toContain(`${'c'.repeat(65)}…`)
})

it('does without code', () => {
  expect(renderPreview({ place: '5.9', title: 'Recall' })).toContain('Recall')
})
