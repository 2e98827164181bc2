import { CommandFailure } from '../command-failure.ts'
import { type Files } from '../host.ts'

/** Most bytes of source that the service takes, all files together. */
export const mostBytes = 64 * 1024

/** Most files that it takes. */
export const mostFiles = 32

/** Reads a file of source. Throws a `CommandFailure` for one that is too large or no text. */
export async function readText(files: Files, path: string): Promise<string> {
  const stat = await files.stat(path)
  if (stat?.kind === 'folder')
    throw new CommandFailure(`«${path}» is a folder. Name it alone, or a file in it.`)
  if (stat && stat.bytes > mostBytes)
    throw new CommandFailure(`«${path}» has ${stat.bytes} bytes; the service takes ${mostBytes} in all.`)
  return decode(await files.read(path), `«${path}»`)
}

/** Reads bytes as text; `what` is its name in the sentence that refuses it. */
export function decode(bytes: Uint8Array, what: string): string {
  if (bytes.includes(0)) throw notText(what)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notText(what)
  }
}

function notText(what: string): CommandFailure {
  return new CommandFailure(`${what} is no text in UTF-8, so it is no source that a compiler reads.`)
}
