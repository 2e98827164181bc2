import type { Companions, WithCompanions } from '#protocol/companions.ts'
import type { SourceFiles } from '#protocol/source-files.ts'
import { CourseError } from './course-error.ts'

/** What a lesson brings besides its own programs. */
export interface LessonCompanions {
  /** C headers beside `driver.c`. */
  headers: SourceFiles
  /** Files of Rust beside `driver.rs`, such as what bindgen makes of a header. */
  bindings: SourceFiles
  /** Absent where there are none. */
  companions?: WithCompanions
}

/** A lesson's folder, and what it takes from `shared/` of its chapter or of the course. */
export interface CompanionsPlace {
  files: Record<string, string>
  folder: string
  shared: string[]
}

/** Reads `fixtures/` and `programs/` of a lesson, and what its head names of a `shared/`; its own files win. Throws `CourseError`. */
export function readCompanions(place: CompanionsPlace): LessonCompanions {
  const [fixtures, programs] = [gather(place, 'fixtures'), gather(place, 'programs')]
  for (const name of place.shared) checkShared(place, name)
  const headers = ending('.h', fixtures)
  const modules = toCompanions(ending('.c', fixtures), headers)
  const tools = toCompanions(ending('.c', programs), { ...headers, ...ending('.h', programs) })
  const has = Object.keys(modules).length + Object.keys(tools).length > 0
  return {
    headers,
    bindings: ending('.rs', fixtures),
    ...(has && { companions: { ...some('fixtures', modules), ...some('programs', tools) } }),
  }
}

function gather({ files, folder, shared }: CompanionsPlace, kind: string): SourceFiles {
  const taken = sharedFolders(folder)
    .flatMap((common) => filesBelow(files, `${common}${kind}/`))
    .filter(([path]) => shared.includes(stemOf(path)))
  return Object.fromEntries([...taken, ...filesBelow(files, `${folder}/${kind}/`)])
}

/** What lessons share: in the whole course, then in the chapter. */
function sharedFolders(folder: string): string[] {
  return ['shared/', `${folder.split('/')[0]}/shared/`]
}

function filesBelow(files: Record<string, string>, prefix: string): [string, string][] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => [path.slice(prefix.length), text])
}

function stemOf(path: string): string {
  return path.replace(/\.\w+$/, '')
}

function checkShared({ files, folder }: CompanionsPlace, name: string): void {
  const places = sharedFolders(folder)
  const there = Object.keys(files).filter((path) => places.some((place) => path.startsWith(place)))
  if (there.some((path) => stemOf(path.split('/').at(-1)!) === name)) return
  throw new CourseError(
    `${folder}/lesson.mdx takes «${name}», and neither ${places.join(' nor ')} has such a file in fixtures/ or programs/.`,
  )
}

function ending(suffix: string, files: SourceFiles): SourceFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(suffix)))
}

function toCompanions(sources: SourceFiles, headers: SourceFiles): Companions {
  return Object.fromEntries(
    Object.entries(sources).map(([path, text]) => [
      stemOf(path),
      { [path]: text, ...includedBy(text, headers) },
    ]),
  )
}

/** The headers that a file comes to include: others would make it another one without a reason. */
function includedBy(text: string, headers: SourceFiles, found: SourceFiles = {}): SourceFiles {
  for (const [, path] of text.matchAll(/^\s*#\s*include\s*"([^"\n]{1,100})"/gm)) {
    if (headers[path!] === undefined || found[path!] !== undefined) continue
    found[path!] = headers[path!]!
    includedBy(headers[path!]!, headers, found)
  }
  return found
}

function some(key: 'fixtures' | 'programs', companions: Companions): WithCompanions {
  return Object.keys(companions).length > 0 ? { [key]: companions } : {}
}
