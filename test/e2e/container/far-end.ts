import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What the page of the stand-in asks. Bytes travel as base64. */
interface Question {
  method: string
  args: unknown[]
}

/** The far end of a WebContainer, as real Node in a folder of its own: files, watching, processes. */
export async function createFarEnd(send: (message: object) => void) {
  const root = await mkdtemp(join(tmpdir(), 'no-oops-container-'))
  const ends: (() => void)[] = []
  const at = (path: string) => join(root, path)
  const methods: Record<string, (...args: never[]) => unknown> = {
    readFile: async (path: string) => (await readFile(at(path))).toString('base64'),
    writeFile: (path: string, base64: string) => writeFile(at(path), Buffer.from(base64, 'base64')),
    rename: (from: string, to: string) => rename(at(from), at(to)),
    rm: (path: string, options: object) => rm(at(path), options),
    async mkdir(path: string, options: object) {
      await mkdir(at(path), options)
    },
    async readdir(path: string) {
      const entries = await readdir(at(path), { withFileTypes: true })
      return entries.map((entry) => ({ name: entry.name, 'Symbol(type)': entry.isDirectory() ? 2 : 1 }))
    },
    watch(path: string, id: number) {
      const watcher = watch(at(path), { recursive: true }, (event, name) => send({ watch: id, event, name }))
      watcher.on('error', () => {})
      ends.push(() => watcher.close())
    },
    info: () => ({ path: process.env.PATH, cwd: root }),
    async mount(tree: Tree) {
      await mountTree(tree, root)
    },
    run({ command, args, env, terminal }: Run, id: number) {
      const shell = command === 'jsh'
      const child = spawn(shell ? 'sh' : command, shell ? [] : args, {
        cwd: root,
        env: { ...env, ...(terminal && { COLUMNS: String(terminal.cols) }) },
      })
      const tell = (bytes: Buffer) => send({ process: id, output: bytes.toString('base64') })
      child.stdout.on('data', tell)
      child.stderr.on('data', tell)
      child.stdin.on('error', () => {})
      child.on('error', () => send({ process: id, exit: 127 }))
      child.on('close', (code) => send({ process: id, exit: code ?? 137 }))
      running.set(id, {
        type: (text) => child.stdin.write(text.replaceAll('\r', '\n')),
        kill: () => child.kill(9),
      })
      ends.push(() => child.kill(9))
    },
    type: (id: number, text: string) => running.get(id)?.type(text),
    kill: (id: number) => running.get(id)?.kill(),
    resize: (id: number, size: object) => void resized.push({ id, size }),
  }
  const running = new Map<number, { type(text: string): void; kill(): void }>()
  const resized: object[] = []
  return {
    root,
    resized,
    answer(text: string): unknown {
      const { method, args } = JSON.parse(text) as Question
      return methods[method]!(...(args as never[]))
    },
    async end() {
      ends.forEach((end) => end())
      await rm(root, { recursive: true, force: true })
    },
  }
}

/** As the wrapper packs a tree: folders have `d`, files `f` with their contents `c`. */
interface Tree {
  d?: Record<string, Tree>
  f?: { c: string }
}

interface Run {
  command: string
  args: string[]
  env: Record<string, string>
  terminal?: { cols: number }
}

async function mountTree({ d = {}, f }: Tree, path: string): Promise<void> {
  if (f) {
    await mkdir(dirname(path), { recursive: true })
    return writeFile(path, f.c)
  }
  for (const [name, entry] of Object.entries(d)) await mountTree(entry, join(path, name))
}
