import { CommandFailure } from '../command-failure.ts'
import type { Host } from '../host.ts'
import { folderOf, joinPath } from '../source/paths.ts'
import { readText } from '../source/read-text.ts'
import { rootName, type Source } from '../source/source.ts'

/** Most characters of a script that the service takes. */
const most = 8000

/** Reads the commands for a booted kernel: from the file that the user names, else beside the driver, else those that load and unload it. */
export async function readScript({ files }: Host, source: Source, named?: string): Promise<string> {
  const beside = joinPath(folderOf(rootName(source)), 'boot.sh')
  const path = named ?? ((await files.stat(beside))?.kind === 'file' ? beside : undefined)
  if (path === undefined) return 'insmod driver.ko\nrmmod driver\n'
  const text = await readText(files, path)
  if (text.length > most)
    throw new CommandFailure(
      `«${path}» has ${text.length} characters; the service takes a script of ${most}.`,
    )
  return text
}
