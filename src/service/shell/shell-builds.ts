import { createHash } from 'node:crypto'
import type { DriverName } from '#protocol/shell.ts'
import type { SourceFiles } from '#protocol/compile.ts'
import { nameModule } from '../kernel/name-module.ts'
import type { BuiltDriver } from '../kernel-log/place-reports.ts'

/** A driver as it was built for a shell, under a name. */
export interface ShellBuild extends BuiltDriver {
  name: DriverName
  /** Counts those of its name, from 1. */
  number: number
  /** By which the machine tells that it loads this one. */
  hash: string
}

/** Name → the build that a kernel has loaded. */
export type LoadedBuilds = ReadonlyMap<DriverName, ShellBuild>

/** From where it begins to where the next one does. */
export interface ConsolePart {
  at: number
  loaded: LoadedBuilds
}

/** All builds of a shell, and which of them its kernel had loaded when. */
export interface ShellBuilds {
  /** Notes a new build, which will be given to the machine; `at`: how long the console is by now. */
  add(driver: { name: DriverName; module: Uint8Array; files: SourceFiles }, at: number): ShellBuild
  /** Notes that the kernel loads a build, from this place of the console on; false if there is none with this hash. */
  noteLoad(hash: string, at: number): boolean
  /** The parts of the console from a place on, each with what was loaded meanwhile: if the kernel says nothing, the newest. */
  partsFrom(at: number): ConsolePart[]
}

/** Knows of none yet. */
export function createShellBuilds(): ShellBuilds {
  const builds = new Map<string, ShellBuild>()
  const parts: ConsolePart[] = [{ at: 0, loaded: new Map() }]
  const told = new Set<DriverName>()
  const counts = new Map<DriverName, number>()
  const load = (build: ShellBuild, at: number): void => {
    const { loaded } = parts.at(-1)!
    parts.push({ at, loaded: new Map([...loaded, [build.name, build]]) })
  }
  return {
    add({ name, module, files }, at) {
      const named = name === 'driver' ? module : nameModule(module, name)
      const number = (counts.get(name) ?? 0) + 1
      const build = { name, number, files, module: named, hash: toHash(named) }
      counts.set(name, number)
      builds.set(build.hash, build)
      if (builds.size > mostBuilds) builds.delete(builds.keys().next().value!)
      if (!told.has(name)) load(build, at)
      return build
    },
    noteLoad(hash, at) {
      const build = builds.get(hash)
      if (!build) return false
      told.add(build.name)
      load(build, at)
      return true
    },
    partsFrom: (at) =>
      parts
        .filter((_, index) => (parts[index + 1]?.at ?? Infinity) > at)
        .map((part) => ({ ...part, at: Math.max(at, part.at) })),
  }
}

/** What the machine finds by `sha256sum`; long enough to tell builds apart. */
function toHash(module: Uint8Array): string {
  return createHash('sha256').update(module).digest('hex').slice(0, 16)
}

/** Each has a module of some hundred kilobytes. */
const mostBuilds = 30
