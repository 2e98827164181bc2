/** As much of a word as finds it in code. */
interface Findable {
  of: string
  code?: string | undefined
}

/** Finds the word that stands at a place (from 0) of a line of code; undefined where none does. */
export function findWord<Word extends Findable>(
  words: readonly Word[],
  { line, at, language }: { line: string; at: number; language: string },
): Word | undefined {
  const code = toCode(line)
  if (code[at] === undefined || code[at] === ' ') return undefined
  const found = words
    .filter(({ of }) => of === language)
    .flatMap((word) => usesAt(word, code, at).map((text) => ({ word, text })))
  const phrases = found.filter(({ text }) => /^[a-z ]+$/.test(text))
  return (longestOf(phrases) ?? shortestOf(found))?.word
}

interface Use<Word> {
  word: Word
  text: string
}

/** Of keywords: `if let` is more than `let`. */
function longestOf<Word>(uses: Use<Word>[]): Use<Word> | undefined {
  return uses.toSorted((a, b) => b.text.length - a.text.length)[0]
}

/** Of signs: the `?` at the end of a call is not the call. */
function shortestOf<Word>(uses: Use<Word>[]): Use<Word> | undefined {
  return uses.toSorted((a, b) => a.text.length - b.text.length)[0]
}

/** Texts and comments are no code; every position stays as it is. */
function toCode(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|\/\/.*|\/\*.*?\*\//g, (text) => ' '.repeat(text.length))
}

function usesAt(word: Findable, code: string, at: number): string[] {
  const pattern = patternOf(word)
  if (!pattern) return []
  return [...code.matchAll(pattern)].flatMap(({ index, 0: text }) => {
    const from = index + text.length - text.trimStart().length
    return from <= at && at < index + text.length ? [text.trim()] : []
  })
}

const patterns = new WeakMap<Findable, RegExp>()

function patternOf(word: Findable): RegExp | undefined {
  if (word.code === undefined) return undefined
  const known = patterns.get(word) ?? new RegExp(word.code, 'gm')
  patterns.set(word, known)
  return known
}
