import { withoutHiddenLines } from '#protocol/hidden-lines.ts'
import { CourseError } from './course-error.ts'
import { type ErrorCode, ErrorHead, type ErrorText, RustcTexts } from './error-text.ts'
import { readHead, validate } from './read-file.ts'

/** All codes that rustc has, in order, from the texts in `errors/` (path below `lessons/` → text). Throws `CourseError`. */
export function readErrorCodes(files: Record<string, string>): ErrorCode[] {
  const { codes } = readRustcTexts(files)
  const texts = new Map(listErrorTexts(files).map((code) => [code, readErrorText(files, code)]))
  const stray = [...texts.keys()].find((code) => !(code in codes))
  if (stray) throw new CourseError(describeUnknown(stray))
  return Object.entries(codes).map(([code, rustc]) => {
    const ours = texts.get(code)
    return { code, rustc, ...(ours && { ours }) }
  })
}

/** That rustc has no such code. */
export function describeUnknown(code: string): string {
  return `errors/${code}.md explains a code that rustc does not have. Name the file after one of errors/rustc.json.`
}

/** The codes that the course has a text for, in order. */
export function listErrorTexts(files: Record<string, string>): string[] {
  return Object.keys(files)
    .flatMap((path) => /^errors\/([^/]+)\.md$/.exec(path)?.[1] ?? [])
    .sort()
}

/** Reads `errors/rustc.json`; nothing is in it where it has not been recorded yet. Throws `CourseError`. */
export function readRustcTexts(files: Record<string, string>): RustcTexts {
  const path = 'errors/rustc.json'
  if (files[path] === undefined) return { toolchain: '', codes: {} }
  return validate(path, RustcTexts, JSON.parse(files[path]))
}

/** Reads `errors/E0505.md`, which has just the headings that every such text has. Throws `CourseError`. */
export function readErrorText(files: Record<string, string>, code: string): ErrorText {
  const path = `errors/${code}.md`
  const meta = readHead(files, path, ErrorHead)
  const markdown = withoutHiddenLines(files[path]!.replace(/^---\n[\s\S]*?\n---\n/, '')).trim()
  const [opening, ...sections] = `\n${markdown}`.split(/^(?=## )/m) as [string, ...string[]]
  const [inC, leftOut, fixes] = readSections(path, sections)
  if (opening.trim() === '')
    throw new CourseError(
      `${path} begins with a heading. Say in a paragraph before it what the code is about.`,
    )
  return { code, meta, markdown, parts: { opening: opening.trim(), inC, leftOut, fixes } }
}

const headings = ['In C', 'What rustc leaves out', 'Fixes']

function readSections(path: string, sections: string[]): [string, string, string] {
  const found = sections.map((section) => /^## (.*)/.exec(section)![1]!.trim())
  if (found.join('\n') === headings.join('\n'))
    return sections.map((section) => section.replace(/^## .*/, '').trim()) as [string, string, string]
  throw new CourseError(
    `${path} has the headings ${found.map((name) => `«${name}»`).join(', ') || 'of no section'}. ` +
      `Every such text has just ${headings.map((name) => `«## ${name}»`).join(', ')}, in this order.`,
  )
}
