import { expect, it } from 'vitest'
import { toPlain } from '#components/search/to-plain.ts'

it.each([
  ['An [`async`] function of [the book](https://example.org)', 'An async function of the book'],
  ['`&[u8]` and `#[vtable]`', '&[u8] and #[vtable]'],
  ['## Fixes\n\n```rust kernel\nlet a = 1;\n```\n', 'Fixes\n\n\nlet a = 1;'],
])('of «%s» the words are left', (markdown, words) => {
  expect(toPlain(markdown)).toBe(words)
})
