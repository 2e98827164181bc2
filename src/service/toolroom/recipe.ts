import { createHash } from 'node:crypto'
import type { KernelRecipe } from './kernel/kernel-recipe.ts'

/** What a toolroom is made of. */
export interface Recipe {
  stage: string
  /** Codename of the Debian release. */
  suite: string
  architecture: string
  packages: readonly string[]
  /** Programs to keep, with every library they load. */
  programs: readonly string[]
  /** Files and folders to keep besides, as paths from the root. */
  paths: readonly string[]
  /** How the names of libraries begin that load as they are in the file. The order gives their addresses. */
  prelinked: readonly string[]
  /** What `rustc` must say of itself. */
  rustc: string
  /** The kernel that is built with these packages, if there is to be one. */
  kernel?: KernelRecipe
}

/** The toolroom that compiles userspace Rust to WebAssembly. */
export const userspace: Recipe = {
  stage: 'userspace',
  suite: 'trixie',
  architecture: process.arch,
  packages: [
    'rustc',
    'rust-clippy',
    'rustfmt',
    'libstd-rust-dev-wasm32',
    'lld-19',
    'llvm-19',
    'clang-format-19',
    'busybox-static',
    'util-linux',
  ],
  programs: [
    ...['rustc', 'clippy-driver', 'rustfmt', 'wasm-ld-19', 'llvm-symbolizer-19', 'clang-format-19'],
    ...['busybox', 'prlimit'],
  ],
  paths: ['usr/lib/rustlib/wasm32-wasip1'],
  prelinked: ['libLLVM.so.19.', 'librustc_driver-', 'libclang-cpp.so.19.', 'libz3.so.'],
  rustc: '1.85.1',
}

/** Names the recipe by its content: two toolrooms of one key are interchangeable. */
export function toKey(recipe: Recipe): string {
  return name(recipe.stage, recipe, recipe)
}

/** Names the Debian tree that the recipe needs. Those of all kernels are one, for they have the same packages. */
export function toTreeKey(recipe: Recipe): string {
  const { suite, architecture, packages, prelinked } = recipe
  return name('tree', recipe, { suite, architecture, packages, prelinked })
}

function name(what: string, { suite, architecture }: Recipe, content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 10)
  return `${what}-${suite}-${architecture}-${hash}`
}
