import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Variant } from '#protocol/compile.ts'

/** What a kernel's room says of itself in `usr/src/kernel.json`: every flag is Kbuild's own; paths are those inside. */
export const KernelRoom = z.object({
  version: z.string(),
  release: z.string(),
  variant: Variant,
  name: z.string().describe('such as «Linux 7.3.4, User-Mode Linux with KASAN»'),
  rustc: z.string(),
  clang: z.string(),
  directory: z.string().describe('of what the build of the kernel made'),
  rust: z.object({ environment: z.record(z.string(), z.string()), arguments: z.array(z.string()) }),
  c: z.object({ arguments: z.array(z.string()) }),
  link: z.object({ arguments: z.array(z.string()) }),
  modules: z.object({ driver: z.string(), common: z.string() }).describe('what Kbuild adds to a module'),
})
export type KernelRoom = z.infer<typeof KernelRoom>

/** Where a room keeps what is needed of the kernel's source. */
export const sourceTree = '/usr/src/linux'

/** Where it stands, from the host's side. */
export function descriptionOf(root: string): string {
  return join(root, 'usr/src/kernel.json')
}

/** Reads it; throws if the room has none. */
export function readKernelRoom(root: string): KernelRoom {
  return KernelRoom.parse(JSON.parse(readFileSync(descriptionOf(root), 'utf8')))
}

/** The compiler of a language and the kernel, as results name them. */
export function toToolchain({ rustc, clang, version }: KernelRoom, language: 'rust' | 'c'): string {
  return `${language === 'rust' ? `rustc ${rustc}` : `clang ${clang}`}, Linux ${version}`
}
