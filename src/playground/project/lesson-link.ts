import { applyPatch } from 'diff/lib/patch/apply.js'
import { structuredPatch } from 'diff/lib/patch/create.js'
import type { SourceFiles } from '#protocol/compile.ts'
import { inputFile } from '../program/input-file.ts'
import { packText, unpackText } from '../program/share-link.ts'
import { type LinkedProject, readProjectFragment, toProjectFragment } from './project-link.ts'
import { type Project, scriptFile } from './project.ts'

/** What the fragment of an address holds of a lesson; `changed`: edits of a start that the lesson no longer has. */
export type LinkedLesson = Exclude<LinkedProject, { kind: 'project' }> | { kind: 'changed' } | LinkedTexts

/** The texts of a lesson's files, by their names, and the file that was in sight. */
export interface LinkedTexts {
  kind: 'texts'
  texts: SourceFiles
  shown: string | undefined
}

/** A lesson's files as they are, and as the lesson gives them. */
export interface LessonTexts {
  texts: SourceFiles
  given: SourceFiles
}

const version = 1

/** Packs what a reader changed of a lesson, or, where that is shorter, all of it; undefined where it would be too long to share. */
export async function toLessonFragment(lesson: LessonTexts, whole: Project): Promise<string | undefined> {
  const edits = toEdits(lesson)
  const { shown } = whole
  const packed = edits && (await packText(`edits${version}`, JSON.stringify({ shown, edits })))
  const all = await toProjectFragment(whole)
  return packed !== undefined && packed.length <= (all?.length ?? Infinity) ? packed : all
}

/** Reads what a fragment holds of a lesson that gives these texts; a link of the time when it held whole files is read, too. */
export async function readLessonFragment(fragment: string, given: SourceFiles): Promise<LinkedLesson> {
  const [, number, packed] = /^#?edits(\d{1,6})=(.*)$/.exec(fragment) ?? []
  if (packed === undefined) return toTexts(await readProjectFragment(fragment))
  if (Number(number) > version) return { kind: 'newer' }
  const unpacked = await unpackText(packed)
  if (unpacked.kind !== 'text') return unpacked
  const read = parse(unpacked.text)
  if (!read) return { kind: 'broken' }
  const texts = applyEdits(read.edits, given)
  return texts ? { kind: 'texts', texts, shown: read.shown } : { kind: 'changed' }
}

function toTexts(linked: LinkedProject): LinkedLesson {
  if (linked.kind !== 'project') return linked
  const { files = {}, script, input, shown } = linked.project
  const texts = {
    ...files,
    ...(script !== undefined && { [scriptFile]: script }),
    ...(input !== undefined && { [inputFile]: input }),
  }
  return { kind: 'texts', texts, shown }
}

/** A run of lines that was changed, as in a patch: where it begins (from 1), and its lines, each after ' ', '-', '+' or '\'. */
type Hunk = [start: number, lines: string[]]
type Edits = Record<string, Hunk[]>

/** Lines around a change, by which it is found again where the lesson was changed elsewhere. */
const context = 2

/** Undefined where a text would not come back from them as it is. */
function toEdits({ texts, given }: LessonTexts): Edits | undefined {
  const edited = Object.entries(texts).filter(([file, text]) => text !== given[file])
  const edits = edited.map(([file, text]) => [file, toHunks(given[file] ?? '', text)] as const)
  const isWhole = edits.every(([file, hunks]) => applyHunks(given[file] ?? '', hunks) === texts[file])
  return isWhole ? Object.fromEntries(edits) : undefined
}

function toHunks(before: string, after: string): Hunk[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context })
  return hunks.map(({ oldStart, lines }) => [oldStart, lines])
}

function applyEdits(edits: Edits, given: SourceFiles): SourceFiles | undefined {
  const texts = { ...given }
  for (const [file, hunks] of Object.entries(edits)) {
    const text = Object.hasOwn(given, file) ? applyHunks(given[file]!, hunks) : undefined
    if (text === undefined) return undefined
    texts[file] = text
  }
  return texts
}

function applyHunks(text: string, hunks: Hunk[]): string | undefined {
  const patch = { oldFileName: '', newFileName: '', oldHeader: '', newHeader: '', hunks: hunks.map(toHunk) }
  const applied = applyPatch(text, patch, { autoConvertLineEndings: false })
  return applied === false ? undefined : applied
}

function toHunk([oldStart, lines]: Hunk) {
  const count = (signs: string) => lines.filter((line) => signs.includes(line[0]!)).length
  return { oldStart, oldLines: count(' -'), newStart: oldStart, newLines: count(' +'), lines }
}

/** Undefined for what is no edits. A link is a stranger's: what can't be used is refused as a whole. */
function parse(text: string): { shown: string | undefined; edits: Edits } | undefined {
  const { shown, edits } = toObject(text)
  if (shown !== undefined && typeof shown !== 'string') return undefined
  if (typeof edits !== 'object' || edits === null) return undefined
  const isWhole = Object.values(edits).every((hunks) => Array.isArray(hunks) && hunks.every(isHunk))
  return isWhole ? { shown, edits: edits as Edits } : undefined
}

function toObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return {}
  }
}

function isHunk(value: unknown): value is Hunk {
  if (!Array.isArray(value)) return false
  const [start, lines] = value as unknown[]
  return Number.isSafeInteger(start) && (start as number) >= 0 && Array.isArray(lines) && lines.every(isLine)
}

function isLine(line: unknown): boolean {
  return typeof line === 'string' && /^[ +\-\\]/.test(line) && !line.includes('\n')
}
