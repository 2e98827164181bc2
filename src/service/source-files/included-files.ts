import { posix } from 'node:path'
import type { SourceFiles } from '#protocol/compile.ts'

/** The files that one or another of the files includes by `#include "…"`, beside itself. */
export function toIncluded(files: SourceFiles): Set<string> {
  const included = Object.entries(files).flatMap(([path, text]) =>
    readInclusions(path, text).filter((other) => other !== path),
  )
  return new Set(included.filter((path) => Object.hasOwn(files, path)))
}

/** The paths that a C file includes, from its own folder. */
export function readInclusions(path: string, text: string): string[] {
  const folder = posix.dirname(path)
  return text.split('\n').flatMap((line) => {
    const name = inclusion.exec(line)?.[1]
    return name === undefined ? [] : [posix.join(folder, name)]
  })
}

const inclusion = /^\s*#\s*include\s*"([^"]{1,200})"/
