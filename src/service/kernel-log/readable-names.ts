import type { Sandbox } from '../sandbox.ts'

/**
 * Writes the names of Rust in texts as its source has them. Leaves them as they are if the tool fails. Rejects with
 * `AbortError` if the signal fires.
 */
export async function withReadableNames(
  texts: string[],
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<string[]> {
  const names = [...new Set(texts.flatMap((text) => text.match(mangled) ?? []))].slice(0, mostNames)
  if (names.length === 0) return texts
  const job = { command: ['llvm-cxxfilt', ...names], files: {} }
  const ended = await sandbox.run(job, signal)
  if (ended.kind === 'stopped' || ended.code !== 0) return texts
  const readable = Buffer.from(ended.stdout.subarray(0, mostAnswered)).toString().trimEnd().split('\n')
  const nameOf = new Map(names.map((name, index) => [name, orShort(readable[index], name)]))
  return texts.map((text) => text.replaceAll(mangled, (name) => nameOf.get(name) ?? name))
}

/** A name can repeat parts of itself, and be gigabytes long when it is written out. */
function orShort(readable: string | undefined, name: string): string {
  return readable !== undefined && readable.length <= mostTimes * name.length ? readable : name
}

const mostTimes = 8

/** Bytes. */
const mostAnswered = 1_000_000

/** The kernel cuts names at 512 characters. */
const mangled = /\b_R[NIMXYC][A-Za-z0-9_]{8,512}\b/g

/** A module has as many functions at most that somebody looks at. */
const mostNames = 500
