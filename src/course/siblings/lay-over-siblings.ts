import { parseAllDocuments, parse, stringify } from 'yaml'
import { CourseError } from '../course-error.ts'
import { hasWords } from './list-words.ts'
import { mergeText } from './merge-text.ts'
import { mergeWords } from './merge-words.ts'
import { readSource } from './read-source.ts'
import { parseSiblingPath, toSiblingPath } from './sibling-path.ts'

/**
 * Lays the siblings of a language, such as `lesson.de.mdx`, over the English files (path below `lessons/` → text), and leaves all siblings
 * out. What is not translated stays English: a lesson without `lesson.de.mdx`, a chapter without `chapter.de.yaml`. Throws `CourseError`.
 */
export function layOverSiblings(files: Record<string, string>, language: string): Record<string, string> {
  const english = Object.entries(files).filter(([path]) => !parseSiblingPath(path))
  const isTranslated = (path: string) => toSiblingPath(leaderOf(path), language) in files
  return Object.fromEntries(
    english.map(([path, text]) => [
      path,
      hasWords(path) && isTranslated(path) ? layOver(files, path, language) : text,
    ]),
  )
}

/** The file whose sibling says that this one is translated: that of its lesson, or its chapter. */
function leaderOf(path: string): string {
  const [chapter, lesson, ...within] = path.split('/')
  return within.length === 0 ? path : `${chapter}/${lesson}/lesson.mdx`
}

function layOver(files: Record<string, string>, source: string, language: string): string {
  const path = toSiblingPath(source, language)
  const [english, sibling] = [files[source]!, files[path]]
  if (sibling === undefined)
    throw new CourseError(
      `${path} is missing: its lesson is translated. npm run lesson -- translate ${source.split('/').slice(0, 2).join('/')} ${language} begins it.`,
    )
  if (path.endsWith('.mdx')) return mergeText({ path, source, english, sibling, language })
  return stringify(mergeWords({ path, source, english: parse(english), sibling: readWords(path, sibling) }))
}

/** A sibling of YAML is two documents: its source, and words in the shape of the English file. All is text: an id may look like a number. */
function readWords(path: string, text: string): unknown {
  const documents = parseAllDocuments(text, { schema: 'failsafe' })
  const mistake = documents.flatMap(({ errors }) => errors)[0]
  if (mistake)
    throw new CourseError(`${path} is no YAML. Quote texts with «: » or «#» in them.\n${mistake.message}`)
  const [head, words] = [...documents].map((document): unknown => document.toJS())
  readSource(path, head)
  return words
}
