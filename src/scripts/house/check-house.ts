import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'
import type { Counts } from '../steps.ts'
import { findFaults } from './find-faults.ts'

/** Prints each fault of our own source, and counts the check as one. */
export function checkHouse(): Counts {
  const faults = findFaults(readSource())
  for (const { path, line, message } of faults) console.error(`${path}:${line}: ${message}`)
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Of source and tests, path from the root → text. */
function readSource(): Record<string, string> {
  const paths = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  const code = paths.filter((path) => /\.(tsx?|mjs|astro)$/.test(path))
  return Object.fromEntries(code.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}
