import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { findWord } from '#course/words/find-word.ts'
import { readGlossary } from '#course/words/read-words.ts'

const yaml = readFileSync(fileURLToPath(new URL('../../lessons/words.yaml', import.meta.url)), 'utf8')
const { words } = readGlossary({ 'words.yaml': yaml })

/** What is found where «‸» stands before a character of the line. */
function wordAt(marked: string, language = 'rust'): string | undefined {
  const at = marked.indexOf('‸')
  return findWord(words, { line: marked.replace('‸', ''), at, language })?.word
}

it.each([
  ['    let entry = find(id)‸?;', 'question-mark'],
  ['    ‸match state {', 'match'],
  ['    fn add(‸&self, sample: usize) -> Result {', 'self'],
  ['    let ‸mut n = 0;', 'mut'],
  ['    ‸let n = 0;', 'let'],
  ['    if ‸let Some(x) = y {', 'if-let'],
])('in «%s» stands %s', (line, word) => expect(wordAt(line)).toBe(word))

it.each([
  '    let entry ‸= 1;',
  '    // a ‸match',
  '    pr_info!("a ‸match");',
  '‸    match a {',
  '    length‸',
])('in «%s» stands no word', (line) => expect(wordAt(line)).toBeUndefined())

it('a word of C is found in C alone', () => {
  expect(wordAt('\tp = ‸container_of(ref, struct port, ref);', 'c')).toBe('container-of')
  expect(wordAt('\tp = ‸container_of(ref, struct port, ref);')).toBeUndefined()
  expect(wordAt('\treturn -‸ENOMEM;', 'c')).toBe('errno')
})

it('every word that has a pattern for C is one of C', () => {
  expect(words.filter(({ of, code }) => of === 'c' && code === undefined)).toEqual([])
})
