import { z } from 'zod'
import { CourseError } from './course-error.ts'
import { readYaml } from './read-file.ts'
import { parseSiblingPath } from './siblings/sibling-path.ts'

/** `counts.yaml`: commands of a shell in the kernel's tree, each by the name of what it counts. */
export const Counts = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and «-», as in rust-lines'),
  z.string(),
)
export type Counts = z.infer<typeof Counts>

/** What a lesson counts in the tree; most count nothing. Throws `CourseError`. */
export function readCounts(files: Record<string, string>, folder: string): Counts {
  const path = `${folder}/counts.yaml`
  return path in files ? readYaml(files, path, Counts) : {}
}

/** Puts what was counted in place of `{count:NAME}` in the texts of a lesson that has a `counts.yaml`. Throws `CourseError`. */
export function fillCounts(files: Record<string, string>): Record<string, string> {
  const folders = Object.keys(files).flatMap((path) => /^(.*)\/counts\.yaml$/.exec(path)?.[1] ?? [])
  return { ...files, ...Object.fromEntries(folders.flatMap((folder) => fillLesson(files, folder))) }
}

function fillLesson(files: Record<string, string>, folder: string): [path: string, text: string][] {
  const names = Object.keys(readCounts(files, folder))
  const recorded = JSON.parse(files[`${folder}/recorded.json`] ?? '{}') as { counts?: Record<string, string> }
  return Object.entries(files)
    .filter(([path]) => path.startsWith(`${folder}/`) && /\/(?!counts\.)[^/]*\.(yaml|md)$/.test(path))
    .map(([path, text]) => [
      path,
      text.replace(/\{count:([^}]*)\}/g, (_, name: string) => {
        if (!names.includes(name)) throw missing(path, name)
        return toShownCount(recorded.counts?.[name], parseSiblingPath(path)?.language)
      }),
    ])
}

/** A count as people read it in their language, such as `191,731`; what was not counted yet is `…`. */
export function toShownCount(output: string | undefined, language = 'en'): string {
  if (output === undefined) return '…'
  return /^\d+$/.test(output) ? Number(output).toLocaleString(language) : output
}

function missing(path: string, name: string): CourseError {
  return new CourseError(`${path} shows the count «${name}», which counts.yaml does not have. Add it there.`)
}
