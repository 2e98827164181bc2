import type { Annotated } from './list-messages.ts'

/** Reads what the comments `//~ ERROR`, `//~^ ERROR` and `//~| ERROR` of a test expect of a revision. */
export function readAnnotations(source: string, revision?: string): Annotated[] {
  const found: Annotated[] = []
  let followed = 0
  source.split('\n').forEach((text, index) => {
    const match = pattern.exec(text)?.groups
    if (!match || !isFor(match.revisions, revision)) return
    const line = match.adjust === '|' ? followed : index + 1 - match.adjust!.length
    followed = line
    found.push({ line, ...toExpectation(match.text!) })
  })
  return found
}

const pattern = /\/\/(?:\[(?<revisions>[\w,-]+)\])?~(?<adjust>\||\^*)(?<text>.*)/

function isFor(revisions: string | undefined, revision?: string): boolean {
  if (revisions === undefined) return true
  return revision !== undefined && revisions.split(',').includes(revision)
}

const kinds = {
  ERROR: 'error',
  WARN: 'warning',
  WARNING: 'warning',
  NOTE: 'note',
  HELP: 'help',
  SUGGESTION: 'suggestion',
} as const

function toExpectation(comment: string): Omit<Annotated, 'line'> {
  const text = comment.replaceAll('$DIR/', '')
  const [word = ''] = text.trim().split(/\s/, 1)
  const kind = Object.entries(kinds).find(([name]) => name === word.toUpperCase().replace(/:.*$/, ''))?.[1]
  return kind ? { kind, text: text.trim().slice(word.length).trim() } : { text: text.trim() }
}
