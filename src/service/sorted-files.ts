import type { SourceFiles } from '#protocol/compile.ts'

/** Lists files by their paths, for the question of a cache: their order means nothing. */
export function toSortedFiles(files: SourceFiles): [string, string][] {
  return Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
}
