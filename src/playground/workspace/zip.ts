import { strToU8, unzipSync, type UnzipFileInfo, zipSync } from 'fflate'
import { t } from '#i18n/t.ts'
import { describeFileText, mostFileBytes, mostFiles, toFileText } from './file-text.ts'
import { isWorkspacePath } from './file-path.ts'

/** What came out of a zip: texts by their paths, and a sentence on each file that was left out. */
export type Unpacked =
  { kind: 'broken' } | { kind: 'files'; texts: Record<string, string>; leftOut: string[] }

/** Most bytes of a zip that is looked at. */
export const mostZipBytes = 20_000_000

/** Packs files by their paths. */
export function packZip(texts: Record<string, string>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(texts).map(([path, text]) => [path, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(entries)))
}

/** Unpacks a stranger's zip. Nothing larger than a file may be here is ever unpacked, whatever the zip says of its size. */
export function unpackZip(bytes: Uint8Array): Unpacked {
  const leftOut: string[] = []
  const isWanted = createFilter(leftOut)
  try {
    const entries = Object.entries(unzipSync(bytes, { filter: isWanted }))
    const texts: Record<string, string> = {}
    for (const [name, content] of entries) {
      const found = toFileText(content)
      if (found.kind === 'text') texts[toPath(name)] = found.text
      else leftOut.push(describeFileText(toPath(name), found))
    }
    return { kind: 'files', texts, leftOut }
  } catch {
    return { kind: 'broken' }
  }
}

/** Says of each entry whether it is to be unpacked; a refusal is told. */
function createFilter(leftOut: string[]): (entry: UnzipFileInfo) => boolean {
  const taken = new Set<string>()
  return ({ name, originalSize }) => {
    const path = toPath(name)
    if (name.endsWith('/') || isOfSystem(path)) return false
    const why = describeRefusal(path, originalSize, taken.size)
    if (why !== undefined) leftOut.push(why)
    else taken.add(path)
    return why === undefined
  }
}

function describeRefusal(path: string, bytes: number, count: number): string | undefined {
  if (!isWorkspacePath(path))
    return t('{file} would stand outside of the project, or can’t be the name of a file.', { file: path })
  if (bytes > mostFileBytes) return describeFileText(path, { kind: 'too large', bytes })
  return count >= mostFiles
    ? t('{file} is one file too many: {most} are taken.', { file: path, most: mostFiles })
    : undefined
}

/** Some programs write `\`, and `./` before all. */
function toPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}

/** What systems put beside the files. */
function isOfSystem(path: string): boolean {
  return path.startsWith('__MACOSX/') || path.endsWith('.DS_Store')
}
