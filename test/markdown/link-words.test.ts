import { mdxToJs } from 'satteri'
import { expect, it } from 'vitest'
import { linkWords } from '#markdown/link-words.ts'

const words = [{ word: 'borrow', forms: ['borrow', 'borrows'] }]
const inGerman = [{ word: 'borrow', forms: ['Ausleihe'] }]
const wordsIn = (language: string) => (language === 'de' ? inGerman : words)
const compile = (mdx: string, name = 'lesson.mdx') =>
  mdxToJs(mdx, { fileURL: new URL(`file:///lessons/${name}`), mdastPlugins: [linkWords(wordsIn)] }).code

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

it('a text in another language has words of that language', () => {
  expect(compile('Eine Ausleihe, borrow.\n', 'lesson.de.mdx').match(/#borrow/g)).toHaveLength(1)
  expect(compile('Über Ausleihefristen und Rückausleihe.\n', 'lesson.de.mdx')).not.toContain('#borrow')
  expect(compile('Eine Ausleihe.\n')).not.toContain('#borrow')
})

it('links a word that stands alone, as where it is emphasised', () => {
  expect(compile('A *borrow* is this. A borrow ends.\n').match(/\/glossary\/#borrow/g)).toHaveLength(1)
})
