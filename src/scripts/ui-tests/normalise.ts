import { replaceWithin } from './replace-within.ts'
import { sandboxFolder } from './to-job.ts'
import type { Header } from './ui-test.ts'

/** Brings what rustc printed into the form of a `.stderr` file, by the rules of compiletest. */
export function normalise(text: string, headers: Header[]): string {
  const general = withoutAnnotations(withoutPlaces(text).replaceAll('\t', '\\t'))
  return headers.reduce(applyHeader, renameAllocations(hideHashes(general)))
}

/** The annotations of a test repeat what is printed. */
export function withoutAnnotations(text: string): string {
  return text.replaceAll(/\s*\/\/(\[.*\])?~.*/g, '')
}

function withoutPlaces(text: string): string {
  return text
    .replaceAll(sandboxFolder, '$DIR')
    .replaceAll(/\/(rustc\/[^/\s]+|usr\/src\/rustc-[^/\s]+)\/library/g, '$SRC_DIR')
    .replaceAll(/SRC_DIR(.+):\d+:\d+(: \d+:\d+)?/g, 'SRC_DIR$1:LL:COL')
    .replaceAll('\\\\', '\\')
    .replaceAll('\r\n', '\n')
}

function hideHashes(text: string): string {
  const hashes = /_R.*?Cs[0-9a-zA-Z]+_/.test(text)
    ? text.replaceAll(/Cs[0-9a-zA-Z]+_/g, 'CsCRATE_HASH_')
    : text
  return /\(_R.*?B[0-9a-zA-Z]_/.test(hashes) ? hashes.replaceAll(/B[0-9a-zA-Z]_/g, 'B<REF>_') : hashes
}

/** Allocations are numbered in the order in which they are named. */
function renameAllocations(text: string): string {
  const seen: string[] = []
  const rename = (id: string): string => {
    if (!seen.includes(id)) seen.push(id)
    return `ALLOC${seen.indexOf(id)}`
  }
  return text
    .replaceAll(
      /╾─*a(?:lloc)?([0-9]+)((?:\+0x[0-9]+)?(?:<imm>)?)(?: \([0-9]+ ptr bytes\))?─*╼/g,
      (_, id: string, more: string) => `╾${rename(id)}${more}╼`,
    )
    .replaceAll(/\balloc([0-9]+)\b/g, (_, id: string) => rename(id))
}

/** The target has 32 bits. */
function applyHeader(text: string, { name, value }: Header): string {
  if (!/^normalize-stderr(-32bit)?$/.test(name)) return text
  const [, pattern, replacement] = /^"([^"]*)"\s+->\s+"([^"]*)"/.exec(value) ?? []
  if (pattern === undefined || replacement === undefined) return text
  return replaceWithin(text, pattern, toReplacement(replacement))
}

/** Rust writes `${1}` and `$name` where JavaScript has `$1` and `$<name>`. */
function toReplacement(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/g, (all, braced?: string, bare?: string) => {
      const name = braced ?? bare
      if (name === undefined) return all
      return /^\d+$/.test(name) ? `$${name}` : `$<${name}>`
    })
}
