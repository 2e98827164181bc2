import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variant } from '#protocol/compile.ts'
import { kernelPaths } from './kernel-paths.ts'

/** What a kernel is made of, and what is kept of it. */
export interface KernelRecipe {
  variant: Variant
  /** Any of its point releases will do. */
  release: string
  /** Text of the settings that the kernel's own defaults do not give. */
  config: string
  /** Text of each change to the source, in order. */
  patches: readonly string[]
  /** Text of the modules that show how Kbuild compiles, by language. */
  probes: { c: string; rust: string }
  /** What is kept of the source, and of what the build has made. */
  source: readonly string[]
  built: readonly string[]
  /** Changes with every change of our own that gives another room from the same recipe. */
  revision: number
}

/** The recipe of one variant. */
export function toKernelRecipe(variant: Variant): KernelRecipe {
  return {
    variant,
    release: '7.3',
    config: read('config/common.config') + read(`config/${variant}.config`),
    patches: readdirSync(join(here, 'patches'))
      .toSorted()
      .map((name) => read(`patches/${name}`)),
    probes: { c: read('probes/driver.c'), rust: read('probes/driver.rs') },
    source: kernelPaths.source,
    built: kernelPaths.built,
    revision: 3,
  }
}

const here = import.meta.dirname

function read(path: string): string {
  return readFileSync(join(here, path), 'utf8')
}
