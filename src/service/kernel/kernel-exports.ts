import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KernelRoom } from './kernel-room.ts'

/** What a kernel lets its modules call, by the name of the symbol. */
export type KernelExports = ReadonlyMap<string, KernelExport>

export interface KernelExport {
  /** Only modules under a licence that the GPL agrees with may use it. */
  gplOnly: boolean
}

/** Reads the kernel's `Module.symvers` from the host's side: checksum, symbol, module, kind and namespace a line. */
export function readKernelExports(root: string, { directory }: KernelRoom): KernelExports {
  const lines = readFileSync(join(root, directory, 'Module.symvers'), 'utf8')
    .trimEnd()
    .split('\n')
  return new Map(lines.map((line) => line.split('\t')).map(toEntry))
}

function toEntry([_checksum, symbol, _module, kind]: string[]): [string, KernelExport] {
  return [symbol!, { gplOnly: kind === 'EXPORT_SYMBOL_GPL' }]
}
