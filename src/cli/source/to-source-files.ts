import { SourcePath } from '#protocol/compile.ts'
import { CommandFailure } from '../command-failure.ts'
import { mostBytes, mostFiles } from './read-text.ts'
import type { Source } from './source.ts'

/** A file on its way to the service. */
export interface SentFile {
  /** As the user knows it. */
  path: string
  /** As the service is to know it. */
  name: string
  text: string
}

/** Makes the files of a request. Throws a `CommandFailure` for what the service would not take, in the user's own names. */
export function toSourceFiles(sent: SentFile[]): Pick<Source, 'files' | 'names'> {
  if (sent.length > mostFiles)
    throw new CommandFailure(
      `These are ${sent.length} files; the service takes ${mostFiles}. Name the root file: then only the files that it asks for are sent.`,
    )
  const bytes = sent.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0)
  if (bytes > mostBytes)
    throw new CommandFailure(
      `These files have ${bytes} bytes; the service takes ${mostBytes}. Name the root file: then only the files that it asks for are sent.`,
    )
  sent.forEach(checkName)
  return {
    files: Object.fromEntries(sent.map(({ name, text }) => [name, text])),
    names: Object.fromEntries(sent.map(({ name, path }) => [name, path])),
  }
}

function checkName({ path, name }: SentFile, index: number, sent: SentFile[]) {
  const same = sent.find((other, at) => at < index && other.name === name)
  if (same)
    throw new CommandFailure(
      `«${same.path}» and «${path}» would both be sent as ${name}. Rename one of them.`,
    )
  if (SourcePath.safeParse(name).success) return
  throw new CommandFailure(
    `«${path}» has a name that the service does not take. Use letters, digits, «_», «-» and «.», at most 100 characters, and a file in the root file's folder or below it.`,
  )
}
