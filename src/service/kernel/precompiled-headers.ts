import { createCache } from '../cache.ts'
import { isCrash } from '../crash.ts'
import { quote } from '../quote.ts'
import type { Sandbox } from '../sandbox.ts'
import { storeFile, type StoredFile } from '../stored-file.ts'
import { counted, courseFile, toCFlags } from './c-flags.ts'
import type { KernelRoom } from './kernel-room.ts'

/** Compiled beginnings of drivers. Of a check most of the time goes into the kernel's headers. */
export interface PrecompiledHeaders {
  /** What clang made of that preamble, or undefined if it cannot stand for it. */
  get(preamble: string): Promise<StoredFile | undefined>
}

/**
 * Makes each when it is first asked for and remembers it. It holds what the driver's own preamble asks for and nothing
 * else, so no missing `#include` is hidden, and it is made of the preamble alone, so no driver has a part in another's.
 */
export function createPrecompiledHeaders(room: KernelRoom, compilers: Sandbox): PrecompiledHeaders {
  const cache = createCache<Made>({
    bytes: mostBytes,
    sizeOf: ({ header }) => header?.bytes ?? 0,
    onForget: ({ header }) => header?.forget(),
  })
  return {
    // Goes on when the one who asked has gone: the next edit of the same driver asks for it again.
    get: async (preamble) => (await cache.get(preamble, () => make(room, compilers, preamble))).value.header,
  }
}

interface Made {
  header?: StoredFile
}

/** Each has about 8 MB, and a course has one a lesson. */
const mostBytes = 1024 * 1024 * 1024

async function make(room: KernelRoom, compilers: Sandbox, preamble: string): Promise<Made> {
  const command = ['busybox', 'sh', '-c', toScript(room)]
  const ended = await compilers.run({
    command,
    files: { [courseFile.preamble]: preamble, [courseFile.counted]: counted },
  })
  if (ended.kind === 'stopped' || isCrash(ended)) return {}
  return ended.code === 0 && ended.stderr === '' ? { header: storeFile(ended.stdout) } : {}
}

/** It is tried once: a header that may not come twice would be told of as the driver's mistake. */
function toScript(room: KernelRoom): string {
  const path = '/tmp/preamble.pch'
  const make = ['clang', ...toCFlags(room), '-x', 'c-header', '-o', path, courseFile.preamble]
  const use = ['clang', ...toCFlags(room, path), '-fsyntax-only', '-x', 'c', courseFile.preamble]
  return `${toShell(make)} && ${toShell(use)} && exec busybox cat ${path}`
}

function toShell(command: string[]): string {
  return command.map(quote).join(' ')
}
