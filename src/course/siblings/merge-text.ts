import { parse, stringify } from 'yaml'
import { CourseError } from '../course-error.ts'
import { mergeWords } from './merge-words.ts'
import { toOutline } from './outline.ts'
import { readSource } from './read-source.ts'

/** A `lesson.mdx` and its sibling, with their paths. */
export interface TextPair {
  path: string
  source: string
  english: string
  sibling: string
  language: string
}

/** Makes the `lesson.mdx` of another language: the words of its sibling, and of the English head what is no words. Throws `CourseError`. */
export function mergeText({ path, source, english, sibling, language }: TextPair): string {
  checkOutline(path, english, sibling)
  const [from, to] = [split(source, english), split(path, sibling)]
  const { source: _, ...words } = readSource(path, parse(to.head, { schema: 'failsafe' }))
  const head = mergeWords({ path, source, english: parse(from.head), sibling: words })
  return `---\n${stringify({ ...(head as object), language })}---\n${to.body}`
}

function split(path: string, text: string): { head: string; body: string } {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  if (parts) return { head: parts[1]!, body: parts[2]! }
  throw new CourseError(
    `${path} has no frontmatter. Begin it with --- and «source», «title», «summary» and «objectives».`,
  )
}

function checkOutline(path: string, english: string, sibling: string): void {
  const [from, to] = [toOutline(english), toOutline(sibling)]
  const at = from.findIndex((piece, index) => piece.same !== to[index]?.same)
  const [wanted, there] = at < 0 ? [undefined, to[from.length]] : [from[at], to[at]]
  if (!wanted && !there) return
  const place = there ? `${path}:${there.line} has ${there.shown}` : `${path} ends`
  const next = wanted
    ? `where the English text has ${wanted.shown} (line ${wanted.line})`
    : 'which the English text does not have'
  throw new CourseError(
    `${place}, ${next}. Headings, components and code blocks are the same in each language.`,
  )
}
