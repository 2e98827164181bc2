import type { SourceFiles, Target } from '#protocol/compile.ts'
import { inputFile } from '../program/input-file.ts'
import {
  onSavedElsewhere,
  readAllSavedCode,
  readSavedCode,
  removeSavedCode,
  saveCode,
} from '../storage/saved-code.ts'
import { filesFor, type Project, rootOf, scriptFile, type Sides } from './project.ts'
import { startOf } from './templates.ts'

/** The slug of the reader's own playground; one that came in a link has another. */
export const ownSlug = 'playground'

/** Gives the name under which a file is saved. That of `main.rs` is as old as the playground. */
export function fileKey({ slug, target }: Place, file: string): string {
  if (target === 'kernel') return `${slug}/.kernel/${file}`
  return file === 'main.rs' ? slug : `${slug}/${file}`
}

/** A playground, and which of its two halves: the program and the driver are kept apart. */
export interface Place {
  slug: string
  target: Target
}

/** Reads the half that was in sight last, or the one asked for; where nothing was saved, that of the link, else a template. */
export function readProject(slug: string, linked: Partial<Project> = {}, wanted?: Target): Project {
  const target = wanted ?? toTarget(readSavedCode(targetKey(slug))?.text) ?? linked.target ?? 'userspace'
  const given = toGivenProject(target, linked)
  const place = { slug, target }
  const settings = readSettings(place)
  const { files: names = Object.keys(given.files), ...saved } = settings
  const read = (file: string, otherwise: string) => readSavedCode(fileKey(place, file))?.text ?? otherwise
  return {
    ...{ ...given, ...saved, target },
    files: Object.fromEntries(names.map((name) => [name, read(name, given.files[name] ?? '')])),
    script: read(scriptFile, given.script),
    input: read(inputFile, given.input),
  }
}

/**
 * Saves a project as it is, and gives what is saved then. Of the files that were `known` those are removed that it no longer
 * has; others are of another tab, and stay.
 */
export function saveProject(slug: string, given: Project, known?: string[]): Project {
  const place = { slug, target: given.target }
  const project = { ...given, files: { ...filesOfOthers(place, known), ...given.files } }
  const { target, files, script, input } = project
  const savedAt = new Date().toISOString()
  const save = (key: string, text: string) => saveCode(key, { text, savedAt })
  for (const name of readSettings(place).files ?? [])
    if (!Object.hasOwn(files, name)) removeSavedCode(fileKey(place, name))
  for (const [name, text] of Object.entries(files)) save(fileKey(place, name), text)
  save(fileKey(place, scriptFile), script)
  save(fileKey(place, inputFile), input)
  save(settingsKey(place), JSON.stringify(toSettings(project)))
  save(targetKey(slug), target)
  return project
}

/** What is saved of a project, and is not among those that were known. */
function filesOfOthers(place: Place, known: string[] | undefined): SourceFiles {
  const names = known ? (readSettings(place).files ?? []).filter((name) => !known.includes(name)) : []
  return Object.fromEntries(
    names.flatMap((name) => {
      const saved = readSavedCode(fileKey(place, name))
      return saved ? [[name, saved.text]] : []
    }),
  )
}

/** Calls back when another tab has changed which files a project has, or how they are run; returns how to end that. */
export function onChangedElsewhere(slug: string, project: Project, callback: () => void): () => void {
  const own = JSON.stringify(toSettings(project))
  const place = { slug, target: project.target }
  return onSavedElsewhere(settingsKey(place), (saved) => saved && saved.text !== own && callback())
}

/** Whether anything was saved under a slug. */
export function hasSaved(slug: string): boolean {
  return Object.keys(readAllSavedCode()).some((key) => key === slug || key.startsWith(`${slug}/`))
}

/** What a target begins with: what came in the link, else a template. */
export function toGivenProject(target: Target, linked: Partial<Project>): Project {
  const start = startOf(target)
  const files = filesFor(target, linked.files ?? {})
  if (Object.keys(files).length === 0) return start
  const { target: _target, ...rest } = linked
  const given = { ...start, script: '', ...rest, target, files }
  return given.sides === 'both' ? { ...given, sides: sidesOf(given) } : given
}

/** A driver of one language has no empty twin. */
function sidesOf({ target, files }: Project): Sides {
  const found = (['c', 'rust'] as const).filter((language) => Object.hasOwn(files, rootOf(target, language)))
  return found.length === 1 ? found[0]! : 'both'
}

function toSettings({ sides, variant, edition, lesson = '', files }: Project): Settings {
  return { sides, variant, edition, lesson, files: Object.keys(files) }
}

type Settings = Partial<Pick<Project, 'sides' | 'variant' | 'edition' | 'lesson'>> & { files?: string[] }

function readSettings(place: Place): Settings {
  try {
    const value: unknown = JSON.parse(readSavedCode(settingsKey(place))?.text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

function toTarget(text: string | undefined): Target | undefined {
  return text === 'kernel' || text === 'userspace' ? text : undefined
}

/** No file has a name that begins with a dot. */
function settingsKey(place: Place): string {
  return fileKey(place, '.settings')
}

function targetKey(slug: string): string {
  return `${slug}/.target`
}
