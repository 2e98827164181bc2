import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { linkWords } from '#markdown/link-words.ts'

const words = [{ word: 'borrow', forms: ['borrow', 'borrows'] }]
const compile = (mdx: string) => mdxToJs(mdx, { mdastPlugins: [linkWords(words)] }).code

it('links the first use of a word in a text', () => {
  const code = compile('A borrow here.\n\nTwo borrows there, and a borrow.\n')
  expect(code.match(/\/glossary\/#borrow/g)).toHaveLength(1)
})

it('leaves headings, links, code and parts of words alone', () => {
  expect(compile('# borrow\n\n[borrow](/x/) `borrow` borrower\n')).not.toContain('glossary')
})

it('each text has its own first use', () => {
  expect(compile('A borrow.\n')).toContain('#borrow')
  expect(compile('A borrow.\n')).toContain('#borrow')
})
