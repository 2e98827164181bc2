import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '#scripts/root.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { toPlainRust } from '#markdown/plain-rust.ts'

const { words } = readGlossary({ 'words.yaml': readFileSync(join(root, 'lessons/words.yaml'), 'utf8') })

/** Rust → the constructs that are in it. */
const examples: [rust: string, found: string[]][] = [
  ['let x = f()?;', ['let', 'question-mark']],
  ['fn f<T: ?Sized>(x: T) {}', ['bound', 'fn', 'generic']],
  ['list.iter().map(|x| x + 1)', ['closure', 'iterator']],
  ['a | b | c', []],
  ['if let Some(x) = y {}', ['let', 'if-let', 'option']],
  ['let Some(x) = y else { return };', ['let', 'let-else', 'option']],
  ['for i in 0..10 {}', ['for', 'range']],
  ['S { a: 1, ..other }', []],
  ['a[..4] == b[2..]', ['range']],
  ["fn f<'a>(x: &'a str) -> &'a str {}", ['fn', 'str', 'lifetime', 'reference']],
  ["let c = 'a';", ['let']],
  ["x: &'static str", ['str', 'static-lifetime', 'reference']],
  ['impl Drop for X {}', ['drop', 'impl-for']],
  ['impl X {}', ['impl']],
  ['Vec::<u8>::new()', ['integer-types', 'vec', 'turbofish']],
  ['fn f(x: &mut u8) {}', ['integer-types', 'fn', 'mut-reference']],
  ['g(&x)', ['reference']],
  ['*const u8', ['integer-types', 'raw-pointer']],
  ['"match x? { }" // unsafe', []],
]

describe('the words of the course', () => {
  it.each(examples)('%s', (rust, found) => {
    const plain = toPlainRust(rust)
    const used = words.filter(({ code }) => code !== undefined && new RegExp(code, 'm').test(plain))
    expect(used.map(({ word }) => word).sort()).toEqual(found.toSorted())
  })
})

it('words are said in another language where they are translated, and are found as they stand in its texts', () => {
  const files = {
    'words.yaml': `exceptions: []
words:
  - { word: owner, shown: owner, means: Frees it., c: who has to call \`kfree()\`, forms: [owners] }
  - { word: slice, shown: '\`&[u8]\`', means: A pointer and a length., forms: [slice] }
`,
    'words.de.yaml': 'texts: { owner: Besitzer, Frees it.: Gibt es frei. }\nforms: { owner: [Besitzer] }\n',
  }
  expect(readGlossary(files, 'de').words).toMatchObject([
    {
      word: 'owner',
      shown: 'Besitzer',
      means: 'Gibt es frei.',
      c: 'who has to call `kfree()`',
      forms: ['Besitzer'],
    },
    { word: 'slice', shown: '`&[u8]`', means: 'A pointer and a length.', forms: ['slice'] },
  ])
  expect(readGlossary(files).words).toMatchObject([{ shown: 'owner', forms: ['owners'] }, {}])
})
