import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.ts'

/** Gives the command that runs a program of an installed package with our own Node; npm's links may be missing. */
export function bin(packageName: string, program = packageName): string[] {
  const manifest = join(root, 'node_modules', packageName, 'package.json')
  const { bin: programs } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
  const path = typeof programs === 'string' ? programs : programs[program]
  if (path === undefined) throw new Error(`${packageName} has no program ${program}`)
  return [process.execPath, join(dirname(manifest), path)]
}

interface Manifest {
  bin: string | Record<string, string>
}
