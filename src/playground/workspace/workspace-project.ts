import { defaultVariant } from '#protocol/variants.ts'
import { languageOf, type Project, rootOf, scriptFile } from '../project/project.ts'
import { inputFile } from '../program/input-file.ts'
import { filesOfProgram, findProgram } from './find-program.ts'

/** Says which lesson a folder is of; the command `no-oops` reads it. */
const markFile = '.no-oops.json'

/** Gives the files of a project that came in a link, for a folder of their own; with the lesson that it is of. */
export function toFiles(project: Partial<Project>, lesson?: string): Record<string, string> {
  const { files = {}, script = '', input = '' } = project
  return {
    ...files,
    ...(script !== '' && { [scriptFile]: script }),
    ...(input !== '' && { [inputFile]: input }),
    ...(lesson !== undefined && { [markFile]: `${JSON.stringify({ lesson, hints: 0 }, undefined, 2)}\n` }),
  }
}

/** Puts a folder in front of the paths; where another folder with that name has other files, a number stands behind it. */
export function toFreeFolder(
  name: string,
  files: Record<string, string>,
  there: Record<string, string>,
): string {
  const base = toFolderName(name)
  for (let count = 1; ; count++) {
    const folder = count === 1 ? base : `${base}-${count}`
    const inside = Object.keys(there).filter((path) => path === folder || path.startsWith(`${folder}/`))
    const isSame =
      inside.length === Object.keys(files).length &&
      inside.every((path) => files[path.slice(folder.length + 1)] === there[path])
    if (inside.length === 0 || isSame) return folder
  }
}

/** The last part of an address, in letters that every shell takes as they are. */
function toFolderName(name: string): string {
  const last = name.split('/').filter(Boolean).at(-1) ?? ''
  return last.replaceAll(/[^A-Za-z0-9_.-]/g, '').replace(/^[.-]+/, '') || 'project'
}

/** Makes a project, as the playground has it, of the program that a file belongs to; undefined where it is in none. */
export function toProject(path: string, texts: Record<string, string>): Project | undefined {
  const paths = new Set(Object.keys(texts))
  const found = findProgram(path, paths)
  if (!found) return undefined
  const { folder, target } = found
  const roots = (['c', 'rust'] as const).map((language) => folder + rootOf(target, language))
  const own = [found.root, ...roots].flatMap((root) => {
    const program = findProgram(root, paths)
    return program?.root === root && paths.has(root) ? filesOfProgram(program, paths) : []
  })
  const files = Object.fromEntries(own.map((it) => [it.slice(folder.length), texts[it]!]))
  const languages = new Set(Object.keys(files).map(languageOf))
  return {
    ...{ target, variant: defaultVariant, edition: '2021', files, shown: path.slice(folder.length) },
    sides: languages.size > 1 ? 'both' : languageOf(found.root),
    script: texts[folder + scriptFile] ?? '',
    input: texts[folder + inputFile] ?? '',
  }
}

/** Finds the lesson that the folder of a file, or one above it, was started for; undefined where it was for none. */
export function lessonOf(path: string, texts: Record<string, string>): string | undefined {
  const names = path.split('/').slice(0, -1)
  for (let depth = names.length; depth >= 0; depth--) {
    const mark = texts[[...names.slice(0, depth), markFile].join('/')]
    if (mark !== undefined) return readMark(mark)
  }
  return undefined
}

function readMark(text: string): string | undefined {
  try {
    const lesson = (JSON.parse(text) as { lesson?: unknown } | null)?.lesson
    return typeof lesson === 'string' && /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/.test(lesson) ? lesson : undefined
  } catch {
    return undefined
  }
}
