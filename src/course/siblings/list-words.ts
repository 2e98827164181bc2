import { type Entry, listEntries } from './list-entries.ts'

/** Lists the texts of a file that readers see as words, by their places; all others are code, names and rules. None of a file without words. */
export function listWords(path: string, english: unknown): Map<string, string> {
  const patterns = patternsOf(path)
  const texts = patterns.length > 0 ? listTexts(english, '') : []
  const printing = texts.filter(({ place, text }) => place.endsWith('.ask') && text === 'prints')
  const printed = printing.map(({ place }) => `${place.slice(0, -'ask'.length)}instead.`)
  const isPrinted = (place: string) => place.endsWith('.text') && printed.some((of) => place.startsWith(of))
  const words = texts.filter(({ place }) => patterns.some((is) => fits(is, place)) && !isPrinted(place))
  return new Map(words.map(({ place, text }) => [place, text]))
}

/** Whether a file has words at all: only such files have siblings. */
export function hasWords(path: string): boolean {
  return patternsOf(path).length > 0
}

const ofTask = [
  'say',
  'claim',
  'right',
  'hint',
  'why',
  'comment.why',
  'instead.*',
  'instead.*.text',
  'instead.*.why',
]
const ofTasks = (list: string) => ofTask.map((place) => `${list}.*.${place}`)
const ofFigure = [
  ...['alt', 'caption', 'steps.*.say', 'values.*.does', 'rows.*.does', 'moves.*.on'],
  ...['layers.*.name', 'layers.*.note', 'layers.*.arrow'],
]

/** The places of words, by the name of the file; `*` is any key, name or number. */
const places: Readonly<Record<string, readonly string[]>> = {
  'lesson.mdx': ['title', 'summary', 'objectives.*'],
  'chapter.yaml': ['title', 'summary'],
  'duties.yaml': ['*'],
  'hints.yaml': ['first.*', 'second', 'third', 'solution'],
  'questions.yaml': ['*.question', '*.answers.*.text', '*.answers.*.why'],
  'steps.yaml': ['*.title', '*.text'],
  'measure.yaml': ['*.title'],
  'forensics.yaml': ['parts.*.means', 'asks', 'lines.*.why', 'otherwise'],
  'drill.yaml': ofTasks('tasks'),
  'transfer.yaml': ofTasks('tasks'),
  'recall.yaml': ofTasks('tasks'),
  'review.yaml': ofTasks('patches'),
}

function patternsOf(path: string): readonly string[] {
  return /\/figures\/[^/]+\.yaml$/.test(path) ? ofFigure : (places[path.split('/').at(-1)!] ?? [])
}

function fits(pattern: string, place: string): boolean {
  const [patterns, parts] = [pattern.split('.'), place.split('.')]
  return (
    patterns.length === parts.length && patterns.every((part, index) => part === '*' || part === parts[index])
  )
}

function listTexts(value: unknown, place: string): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place, text: value }]
  return listEntries(value, place).flatMap((entry: Entry) => listTexts(entry.value, entry.place))
}
