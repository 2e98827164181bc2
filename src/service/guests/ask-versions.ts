import type { Sandbox } from '../sandbox.ts'

/** A tool's version as the Rust Playground tells it: `hash` and `date` are those of its source. */
export interface Version {
  version: string
  hash: string
  date: string
}

/** The versions of each tool. */
export type Versions = Record<'rustc' | 'rustfmt' | 'clippy', Version>

/** Asks the toolroom's tools what they are. */
export async function askVersions(sandbox: Sandbox, signal?: AbortSignal): Promise<Versions> {
  const ended = await sandbox.run({ command: ['busybox', 'sh', '-c', script], files: {} }, signal)
  if (ended.kind === 'stopped' || ended.code !== 0) throw new Error('the tools do not tell their versions')
  const [rustc = '', rustfmt = '', clippy = ''] = Buffer.from(ended.stdout).toString().split('\n')
  return { rustc: parseVersion(rustc), rustfmt: parseVersion(rustfmt), clippy: parseVersion(clippy) }
}

const script = 'rustc --version && rustfmt --version && clippy-driver --version'

/** Reads a line such as `rustc 1.85.1 (4eb161250 2025-03-15) (built from a source tarball)`; what it lacks is empty. */
export function parseVersion(line: string): Version {
  const [, version = '', hash = '', date = ''] =
    /^\S+ (\S+)(?: \(([0-9a-f]+) (\d{4}-\d\d-\d\d)\))?/.exec(line) ?? []
  return { version, hash, date }
}
