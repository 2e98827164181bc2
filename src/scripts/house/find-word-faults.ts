import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { findWords } from '#i18n/find-words.ts'
import type { Fault } from './find-faults.ts'

/** What the words of one language come to. */
export interface WordsReport {
  faults: Fault[]
  /** English sentences of the code that the language does not have yet. */
  missing: string[]
  /** How many sentences the code has. */
  total: number
}

/** Compares the words of a language, a file such as `src/i18n/de.yaml`, with those of the code (path from the root → text). */
export function findWordFaults(
  code: Readonly<Record<string, string>>,
  file: { path: string; text: string },
): WordsReport {
  const used = new Set(Object.values(code).flatMap((text) => findWords(text).map(({ english }) => english)))
  const entries = readEntries(file.text)
  const known = new Set(entries.map(({ english }) => english))
  return {
    faults: entries.flatMap((entry, index) =>
      [...complaintsOf(entry, used), ...complaintsOfRepeat(entry, entries.slice(0, index))].map(
        (message) => ({
          ...{ path: file.path, line: entry.line, message },
        }),
      ),
    ),
    missing: [...used].filter((english) => !known.has(english)),
    total: used.size,
  }
}

interface Entry {
  english: string
  translated: unknown
  line: number
}

function readEntries(text: string): Entry[] {
  const lines = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
  const pairs = isMap(contents) ? contents.items : []
  return pairs.map(({ key, value }) => ({
    english: isScalar(key) ? String(key.value) : '',
    translated: isScalar(value) ? value.value : undefined,
    line: lines.linePos(isScalar(key) ? (key.range?.[0] ?? 0) : 0).line,
  }))
}

function complaintsOf({ english, translated }: Entry, used: ReadonlySet<string>): string[] {
  if (!used.has(english)) return [`No code has readers see «${english}» any more. Take it out.`]
  if (typeof translated !== 'string')
    return [`«${english}» is not translated into a text. Quote it, or take it out.`]
  const holes = holesOf(english)
  if (holes === holesOf(translated)) return []
  return [
    `«${english}» has the holes ${holes || '(none)'}, and «${translated}» ${holesOf(translated) || 'none'}.`,
  ]
}

function complaintsOfRepeat({ english }: Entry, before: Entry[]): string[] {
  const first = before.find((entry) => entry.english === english)
  return first ? [`«${english}» stands in line ${first.line} already. Take one of them out.`] : []
}

/** Sorted; what is between angle brackets counts too, so that no link is lost. */
function holesOf(text: string): string {
  return (text.match(/\{\w+\}|<[^>]*>/g) ?? []).toSorted().join(' ')
}
