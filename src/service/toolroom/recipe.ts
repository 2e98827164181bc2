import { createHash } from 'node:crypto'

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
  /** What `rustc` must say of itself. */
  rustc: string
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
    'busybox-static',
    'util-linux',
  ],
  programs: ['rustc', 'clippy-driver', 'rustfmt', 'wasm-ld-19', 'busybox', 'prlimit'],
  paths: ['usr/lib/rustlib/wasm32-wasip1'],
  rustc: '1.85.1',
}

/** Names the recipe by its content: two toolrooms of one key are interchangeable. */
export function toKey(recipe: Recipe): string {
  const hash = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 10)
  return `${recipe.stage}-${recipe.suite}-${recipe.architecture}-${hash}`
}
