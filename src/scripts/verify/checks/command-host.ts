import type { SourceFiles } from '#protocol/compile.ts'
import { FileError, type Host, type Output } from '#cli/host.ts'

/** The parts of a host that differ from one check to the next. */
export interface CommandHostOptions extends Pick<Host, 'fetch' | 'runner'> {
  /** Those of the current folder. */
  files: SourceFiles
}

/** A host in memory for the command `no-oops`, and what was written to it. */
export function createCommandHost({ files, fetch, runner }: CommandHostOptions) {
  const [stdout, stderr] = [createOutput(), createOutput()]
  const host: Host = {
    ...{ fetch, runner, stdout: stdout.output, stderr: stderr.output, env: {} },
    openSocket: never,
    stdin: { isTty: false, readAll: never, readKeys: never, onResize: never },
    signal: new AbortController().signal,
    files: {
      stat: async (path) => (path === '.' ? { kind: 'folder' } : toStat(files[path])),
      read: async (path) => encode(files[path] ?? raise(path)),
      list: async () => [...new Set(Object.keys(files).map((path) => path.split('/')[0]!))],
      ...{ write: never, watch: never, addressOf: () => undefined },
    },
  }
  return { host, written: () => stdout.text(), complaint: () => stderr.text() }
}

function createOutput(): { output: Output; text(): string } {
  let text = ''
  const write = (more: string) => void (text += more)
  return { text: () => text, output: { write, isTty: false, columns: 80, rows: 24 } }
}

function toStat(text: string | undefined) {
  return text === undefined ? undefined : ({ kind: 'file', bytes: encode(text).length } as const)
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function raise(path: string): never {
  throw new FileError(`«${path}» is not there.`)
}

function never(): never {
  throw new Error('a check of a lesson does not need this')
}
