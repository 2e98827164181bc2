import { packText, unpackText } from '../program/share-link.ts'
import { bytesOf, isFileName, mostBytes, mostFiles } from './file-names.ts'
import type { Project } from './project.ts'

/** What the fragment of an address holds; `newer`: of a version that this page does not know. */
export type LinkedProject =
  { kind: 'none' | 'broken' | 'newer' | 'too long' } | { kind: 'project'; project: Partial<Project> }

const version = 1

/** Packs a project into a fragment, without its `#`; undefined where it would be too long to share. */
export async function toProjectFragment(project: Project): Promise<string | undefined> {
  if (bytesOf(project.files) > mostBytes) return undefined
  return packText(`work${version}`, JSON.stringify(project))
}

/** Reads the project in a fragment. One with `code=` is of the time when a link held one program in Rust. */
export async function readProjectFragment(fragment: string): Promise<LinkedProject> {
  const [, kind, number, packed] = /^#?(code|work)(\d{0,6})=(.*)$/.exec(fragment) ?? []
  if (kind === undefined) return { kind: 'none' }
  if (kind === 'work' && Number(number) > version) return { kind: 'newer' }
  const unpacked = await unpackText(packed!)
  if (unpacked.kind !== 'text') return unpacked
  return kind === 'code' ? toProgram(unpacked.text) : toProject(unpacked.text)
}

function toProgram(text: string): LinkedProject {
  return { kind: 'project', project: { target: 'userspace', sides: 'rust', files: { 'main.rs': text } } }
}

function toProject(text: string): LinkedProject {
  const value = parse(text)
  return value ? { kind: 'project', project: value } : { kind: 'broken' }
}

const choices = {
  target: ['userspace', 'kernel'],
  sides: ['rust', 'c', 'both'],
  variant: ['kasan', 'lockdep'],
  edition: ['2015', '2018', '2021', '2024'],
}

/** Undefined for what is no project. A link is a stranger's: what can't be used is refused as a whole. */
function parse(text: string): Partial<Project> | undefined {
  const value = toObject(text)
  if (!value || !isFiles(value.files)) return undefined
  const chosen = Object.entries(choices).filter(([key]) => value[key] !== undefined)
  if (chosen.some(([key, known]) => !known.includes(value[key] as string))) return undefined
  const texts = (['script', 'input', 'shown', 'lesson'] as const).filter((key) => value[key] !== undefined)
  if (texts.some((key) => typeof value[key] !== 'string')) return undefined
  if (value.lesson !== undefined && !isSlug(value.lesson)) return undefined
  const keys = [...chosen.map(([key]) => key), ...texts]
  return { ...Object.fromEntries(keys.map((key) => [key, value[key]])), files: value.files }
}

function toObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Or empty. */
function isSlug(value: unknown): boolean {
  return typeof value === 'string' && /^$|^[a-z0-9-]+\/[a-z0-9-]+$/.test(value)
}

function isFiles(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null) return false
  const files = Object.entries(value)
  const isWhole = files.every(([name, text]) => isFileName(name) && typeof text === 'string')
  return isWhole && files.length <= mostFiles && bytesOf(value as Record<string, string>) <= mostBytes
}
