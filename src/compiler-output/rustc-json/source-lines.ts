import type { SourceFiles } from '#protocol/compile.ts'

/** Path → the lines of a file that was sent, as rustc counts them. */
export type SourceLines = ReadonlyMap<string, readonly string[]>

/** Cuts the files into lines, once for all of the perhaps thousand places in them. */
export function toSourceLines(files: SourceFiles): SourceLines {
  return new Map(Object.entries(files).map(([path, text]) => [path, toLines(text)]))
}

function toLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)
}
