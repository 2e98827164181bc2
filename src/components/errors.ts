import { bugs } from '#course/bugs.ts'
import { Bug, type ErrorCode, type RustcTexts } from '#course/error-text.ts'
import type { ExplainedCode, LessonLink } from '#course/explained-code.ts'
import { lessonsOfCode } from '#course/lessons-of-code.ts'
import { readErrorCodes, readRustcTexts } from '#course/read-errors.ts'
import { sitePath } from '#protocol/site-path.ts'
import { lessons } from './course.ts'
import { lessonFiles } from './lesson-files.ts'

/** Every error code that rustc has, in order. */
export const errorCodes: ErrorCode[] = readErrorCodes(lessonFiles)

/** Those that the course has a text on, by the bug that they would have been in C. */
export const errorsByBug = Bug.options
  .map((bug) => ({
    bug,
    ...bugs[bug],
    texts: errorCodes.flatMap(({ ours }) => (ours?.meta.bug === bug ? ours : [])),
  }))
  .filter(({ texts }) => texts.length > 0)

/** Where rustc's own texts come from. */
export const rustcTexts: RustcTexts = readRustcTexts(lessonFiles)

/** What the workbench shows of a code. */
export function explainCode({ code, ours, rustc }: ErrorCode): ExplainedCode {
  const lessons = linksToLessons(code)
  if (!ours) return { code, lessons, rustc }
  const { title, bug } = ours.meta
  return { code, title, ...(bug !== 'none' && { bug: bugs[bug].name }), ours: ours.markdown, lessons, rustc }
}

/** Path of a code's page; undefined for what has none, such as a lint. */
export function pathOfCode(code: string): string | undefined {
  return errorCodes.some((error) => error.code === code) ? sitePath(`/errors/${code}/`) : undefined
}

/** The lessons that teach a code, as links. */
export function linksToLessons(code: string): LessonLink[] {
  return lessonsOfCode(lessons, code).map(({ slug, number, meta }) => ({
    href: sitePath(`/${slug}/`),
    title: meta.title,
    number,
  }))
}

/** What a code is about, in one line of Markdown: our title, else the first sentence of rustc's text. */
export function titleOfCode({ ours, rustc }: ErrorCode): string {
  return ours?.meta.title ?? firstSentence(withoutNote(rustc)).replace(/\.$/, '')
}

/** Whether today's rustc still gives it. */
export function isGiven({ rustc }: ErrorCode): boolean {
  return !note.test(rustc)
}

const note = /^#+ Note: this error code is no longer emitted by the compiler\.?\n/

function withoutNote(text: string): string {
  return text.replace(note, '').trim()
}

function firstSentence(text: string): string {
  const [paragraph = ''] = text.split(/\n\s*\n/)
  const line = paragraph.replaceAll('\n', ' ')
  return /^.*?[.:](?=\s|$)/.exec(line)?.[0] ?? line
}
