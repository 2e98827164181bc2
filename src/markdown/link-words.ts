import { defineMdastPlugin } from 'satteri'

/** A word that is linked where it stands in a text. */
export interface LinkedWord {
  word: string
  forms: readonly string[]
}

/** Links words of the glossary where a text first uses each, outside of headings and of other links; `wordsIn` gives those of the text's language. */
export function linkWords(wordsIn: (language: string) => readonly LinkedWord[]) {
  const formsIn = remember((language) => toForms(wordsIn(language)))
  const linked = new WeakMap<object, Set<string>>()
  return defineMdastPlugin({
    name: 'link-words',
    text(node, context) {
      const parent = context.parent(node).type
      if (parent === 'link' || parent === 'heading') return
      const seen = seenIn(linked, context)
      const { byForm, pattern } = formsIn(languageOf(context.fileURL))
      const stretches = split(node.value, pattern, (form) => takeFirst(byForm.get(form)!, seen))
      if (stretches.every(({ word }) => !word)) return
      context.replaceNode(
        node,
        stretches.map(({ text: value, word }) =>
          word
            ? {
                type: 'link',
                url: `/glossary/#${word.word}`,
                children: [{ type: 'text', value }],
              }
            : { type: 'text', value },
        ),
      )
    },
  })
}

interface Forms {
  byForm: Map<string, LinkedWord>
  pattern: RegExp
}

function toForms(words: readonly LinkedWord[]): Forms {
  const byForm = new Map(words.flatMap((word) => word.forms.map((form) => [form, word] as const)))
  const any = [...byForm.keys()].join('|') || '(?!)'
  return { byForm, pattern: new RegExp(`(?<![\\p{L}\\p{N}_])(${any})(?![\\p{L}\\p{N}_])`, 'gu') }
}

function remember<Value>(make: (language: string) => Value): (language: string) => Value {
  const known = new Map<string, Value>()
  return (language) => {
    const value = known.get(language) ?? make(language)
    known.set(language, value)
    return value
  }
}

/** A text in another language than English has it in its name, as `lesson.de.mdx`. */
function languageOf(file: URL | undefined): string {
  return /\.([a-z]{2})\.mdx$/.exec(file?.pathname ?? '')?.[1] ?? 'en'
}

function seenIn(linked: WeakMap<object, Set<string>>, context: object): Set<string> {
  const seen = linked.get(context) ?? new Set()
  linked.set(context, seen)
  return seen
}

function takeFirst(word: LinkedWord, seen: Set<string>): LinkedWord | undefined {
  if (seen.has(word.word)) return undefined
  seen.add(word.word)
  return word
}

function split(
  value: string,
  pattern: RegExp,
  take: (form: string) => LinkedWord | undefined,
): { text: string; word?: LinkedWord }[] {
  const stretches: { text: string; word?: LinkedWord }[] = []
  let from = 0
  for (const match of value.matchAll(pattern)) {
    const word = take(match[0])
    if (!word) continue
    stretches.push({ text: value.slice(from, match.index) }, { text: match[0], word })
    from = match.index + match[0].length
  }
  return [...stretches, { text: value.slice(from) }].filter(({ text }) => text !== '')
}
