import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import type { FileStore, StoredFile } from '../file-store.ts'
import { runHostCommand } from './host-command.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Node as a sandbox finds it: its files, and the words that start it. */
export interface NodeRuntime {
  command: string[]
  files: Record<string, StoredFile>
}

/**
 * Makes a Node that runs in a sandbox: the one of our packages, else the one that runs this, with the libraries and the
 * loader that it has on this machine, so that no toolroom needs them. It goes into the store, because the sandbox's user may
 * not be able to reach the checkout. Throws `ToolroomError` where that cannot be done.
 */
export async function openNodeRuntime(store: FileStore): Promise<NodeRuntime> {
  const path = findNode()
  const libraries = await librariesOf(path)
  const loader = libraries.map((library) => basename(library)).find((name) => name.startsWith('ld-'))
  if (loader === undefined) throw new ToolroomError(`${path} has no loader.`, install)
  const beside = libraries.map((library) => [`lib/${basename(library)}`, toFileOfHost(library)] as const)
  return {
    command: [`/work/lib/${loader}`, '--library-path', '/work/lib', '/work/node'],
    files: { ...Object.fromEntries(beside), node: await storeNode(store, path) },
  }
}

const install = 'Run npm install again, on Debian or Ubuntu.'

function findNode(): string {
  try {
    return createRequire(import.meta.url).resolve(`node-linux-${process.arch}/bin/node`)
  } catch {
    return process.execPath
  }
}

/** Asks the machine's own loader. */
async function librariesOf(program: string): Promise<string[]> {
  const { code, lines } = await runHostCommand([program], { environment: { LD_TRACE_LOADED_OBJECTS: '1' } })
  if (code !== 0) throw new ToolroomError(`${program} does not say what it loads.`, install)
  return lines.flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? [])
}

/** What belongs to the system stays where it is. */
function toFileOfHost(path: string): StoredFile {
  return { path, hold: () => () => {} }
}

async function storeNode(store: FileStore, path: string): Promise<StoredFile> {
  const content = await readFile(path)
  const name = `${createHash('sha256').update(content).digest('hex')}.node`
  const stored = (await store.get(name)) ?? (await store.put(name, content))
  if (!stored)
    throw new ToolroomError('There is no room for Node in the cache folder.', 'Free 200 MB of disk.')
  return stored
}
