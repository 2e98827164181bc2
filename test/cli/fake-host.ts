import type { Fetch } from '#playground/backends/send-request.ts'
import { FileError, type Files, type Host, type Output } from '#cli/host.ts'
import { runCommandLine } from '#cli/run-command-line.ts'

/** A host in memory, with what was written to it. */
export interface FakeHost {
  host: Host
  /** Path → content; a test may look into it and change it. */
  files: Record<string, string | Uint8Array>
  out(): string
  err(): string
  /** Runs a command, its words with blanks between; gives its exit code. */
  run(line: string): Promise<number>
  interrupt(): void
}

export interface FakeHostOptions {
  files?: Record<string, string | Uint8Array>
  fetch?: Fetch
  stdin?: string | Uint8Array
  env?: Record<string, string>
  isTty?: boolean
  runner?: Host['runner']
}

/** Makes a host in memory: no service answers it unless `fetch` does. */
export function createFakeHost(options: FakeHostOptions = {}): FakeHost {
  const { files = {}, fetch = nobody, stdin = '', env = {}, isTty = false, runner = noRunner } = options
  const interrupt = new AbortController()
  const [out, err] = [createOutput(isTty), createOutput(isTty)]
  const host: Host = {
    ...{ files: toFiles(files), fetch, env, runner, signal: interrupt.signal },
    openSocket: (url) => new WebSocket(url),
    stdin: {
      isTty: false,
      readAll: async () => toBytes(stdin),
      readKeys: () => {},
      onResize: () => {},
    },
    stdout: out.output,
    stderr: err.output,
  }
  return {
    ...{ host, files, out: out.text, err: err.text },
    run: (line) => runCommandLine(line.split(' ').filter(Boolean), host),
    interrupt: () => interrupt.abort(),
  }
}

function createOutput(isTty: boolean): { output: Output; text(): string } {
  let text = ''
  return {
    text: () => text,
    output: { isTty, columns: 80, rows: 24, write: (more) => void (text += more) },
  }
}

function toFiles(files: Record<string, string | Uint8Array>): Files {
  const isFolder = (path: string) =>
    path === '.' || Object.keys(files).some((name) => name.startsWith(`${path}/`))
  return {
    stat: async (path) => {
      const content = files[path]
      if (content !== undefined) return { kind: 'file', bytes: toBytes(content).length }
      return isFolder(path) ? { kind: 'folder' } : undefined
    },
    read: async (path) => {
      if (files[path] === undefined) throw new FileError(`«${path}» could not be read: it is not there.`)
      return toBytes(files[path])
    },
    list: async (folder) => {
      const prefix = folder === '.' ? '' : `${folder}/`
      const below = Object.keys(files).filter((path) => path.startsWith(prefix))
      return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0]!))].sort()
    },
    write: async (path, content) => void (files[path] = content),
    addressOf: (path) => `file:///${path}`,
    watch: () => {},
  }
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

const nobody = async () => {
  throw new TypeError('fetch failed')
}

const noRunner: Host['runner'] = {
  run: async () => {
    throw new Error('nothing is to be run here')
  },
}
