import { createHash } from 'node:crypto'
import { createCache } from '../cache.ts'
import { isCrash } from '../crash.ts'
import type { FileStore, StoredFile } from '../file-store.ts'
import type { ParserPool } from '../parsing/parser-pool.ts'
import type { Sandbox } from '../sandbox.ts'
import { toShell } from '../to-shell.ts'
import { counted, courseFile, toCFlags } from './c-flags.ts'
import type { KernelRoom } from './kernel-room.ts'

/** Compiled beginnings of drivers. Of a check most of the time goes into the kernel's headers. */
export interface PrecompiledHeaders {
  /**
   * What clang made of that preamble, or undefined if it cannot stand for it or there is no room for it. Rejects with
   * `AbortError` if the signal fires; the last of those who wait for the same takes the compiler along.
   */
  get(preamble: string, signal?: AbortSignal): Promise<StoredFile | undefined>
}

/** What makes headers, and where they go. */
export interface HeaderMaker {
  room: KernelRoom
  /** Another one when the room was made again, of whatever packages there were then. */
  edition: string
  compilers: Sandbox
  parsers: ParserPool
  store: FileStore
}

/**
 * Makes each when it is first asked for and stores it. It holds what the driver's own preamble asks for and nothing
 * else, so no missing `#include` is hidden, and it is made of the preamble alone, so no driver has a part in another's.
 */
export function createPrecompiledHeaders(maker: HeaderMaker): PrecompiledHeaders {
  const outcomes = createCache<Outcome>({ bytes: mostRemembered, sizeOf: () => 1, lifeOf })
  const script = toScript(maker.room)
  let pausedUntil = 0
  return {
    async get(preamble, signal) {
      const name = toName([maker.edition, script, preamble])
      const stored = await maker.store.get(name)
      if (stored || Date.now() < pausedUntil) return stored
      const work = (signal: AbortSignal): Promise<Outcome> => make(maker, { name, script, preamble }, signal)
      const { value } = await outcomes.get(name, work, signal)
      if (value.kind === 'no room') pausedUntil = Date.now() + moment
      return value.kind === 'stored' ? value.header : undefined
    },
  }
}

type Outcome =
  | { kind: 'stored'; header: StoredFile }
  /** `unfit` can never stand for its preamble; the others may another time. */
  | { kind: 'unfit' | 'stopped' | 'no room' }

/** Entries; each has a name and little else. */
const mostRemembered = 10_000

/** Milliseconds until a machine that was busy, or a disk that was full, is tried again. */
const moment = 60_000

/** What was stored is the store's to remember. */
function lifeOf({ kind }: Outcome): number | undefined {
  return { stored: 0, 'no room': 0, stopped: moment, unfit: undefined }[kind]
}

function toName(question: string[]): string {
  return `${createHash('sha256').update(JSON.stringify(question)).digest('hex')}.pch`
}

interface Header {
  name: string
  script: string
  preamble: string
}

async function make(
  { compilers, parsers, store }: HeaderMaker,
  { name, script, preamble }: Header,
  signal: AbortSignal,
): Promise<Outcome> {
  const files = { [courseFile.preamble]: preamble, [courseFile.counted]: counted }
  const ended = await compilers.run({ command: ['busybox', 'sh', '-c', script], files }, signal)
  if (ended.kind === 'stopped') return { kind: 'stopped' }
  if (isCrash(ended) || ended.code !== 0) return { kind: 'unfit' }
  const told = await parsers.parse('clang', { output: ended.stderr, files }, signal)
  if (told.kind === 'stopped') return { kind: 'stopped' }
  if (told.value.length > 0) return { kind: 'unfit' }
  const header = await store.put(name, ended.stdout)
  return header ? { kind: 'stored', header } : { kind: 'no room' }
}

/** It is tried once: a header that may not come twice would be told of as the driver's mistake. */
function toScript(room: KernelRoom): string {
  const path = '/tmp/preamble.pch'
  const make = ['clang', ...toCFlags(room), '-x', 'c-header', '-o', path, courseFile.preamble]
  const use = ['clang', ...toCFlags(room, path), '-fsyntax-only', '-x', 'c', courseFile.preamble]
  return `${toShell(make)} && ${toShell(use)} && exec busybox cat ${path}`
}
