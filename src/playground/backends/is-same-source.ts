import type { SourceFiles } from '#protocol/compile.ts'

/** Whether two programs are the same: blank space at the ends of a file moves no line. */
export function isSameSource(a: SourceFiles, b: SourceFiles): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every((name) => a[name]!.trimEnd() === b[name]?.trimEnd())
  )
}
