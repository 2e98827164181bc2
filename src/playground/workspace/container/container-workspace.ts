import type { WebContainer, WebContainerProcess } from '@webcontainer/api'
import type { FileChange, Workspace, WorkspaceFiles, WorkspaceProcess, WorkspaceSize } from '../workspace.ts'

/** Commands that are put into the container, such as `no-oops`; none of the project's files. */
export const toolFolder = '.no-oops'

/** Folders that are the container's own matter: they are large, and nobody edits them here. */
const skipped = new Set([toolFolder, 'node_modules', '.git'])

/** Makes a workspace of a container that has booted. */
export function createContainerWorkspace(container: WebContainer, env: Record<string, string>): Workspace {
  const path = `${container.workdir}/${toolFolder}:${container.path}`
  const options = { env: { ...env, PATH: path } }
  return {
    files: toFiles(container),
    async spawn(command, args, { onOutput = () => {} } = {}) {
      try {
        return toProcess(await container.spawn(command, args, options), onOutput)
      } catch (error) {
        onOutput(`${command}: ${error instanceof Error ? error.message : String(error)}\n`)
        return neverStarted
      }
    },
    async terminal({ size, onOutput }) {
      const shell = await container.spawn('jsh', { ...options, terminal: toDimensions(size) })
      return toProcess(shell, onOutput)
    },
    async end() {
      container.teardown()
    },
  }
}

function toFiles({ fs }: WebContainer): WorkspaceFiles {
  return {
    list: async () => (await listBelow(fs, '')).sort(),
    // What is no file can't be read: neither is what is not there.
    read: (path) => fs.readFile(path).catch(() => undefined),
    async write(path, content) {
      await makeFolder(fs, path)
      await fs.writeFile(path, content)
    },
    async rename(from, to) {
      await makeFolder(fs, to)
      await fs.rename(from, to)
    },
    remove: (path) => fs.rm(path, { recursive: true, force: true }),
    watch(onChange) {
      const watcher = fs.watch('.', { recursive: true }, (_event, name) => {
        const change = toChange(name)
        if (change) onChange(change)
      })
      return () => watcher.close()
    },
  }
}

type FileSystem = WebContainer['fs']

async function makeFolder(fs: FileSystem, path: string): Promise<void> {
  const at = path.lastIndexOf('/')
  if (at > 0) await fs.mkdir(path.slice(0, at), { recursive: true })
}

async function listBelow(fs: FileSystem, folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder || '.', { withFileTypes: true })
  const found = entries.map(async (entry) => {
    const path = folder + entry.name
    if (!entry.isDirectory()) return [path]
    return skipped.has(entry.name) ? [] : listBelow(fs, `${path}/`)
  })
  return (await Promise.all(found)).flat()
}

/** A system that does not say of what it tells may have changed all. */
function toChange(name: string | Uint8Array | null): FileChange | undefined {
  if (name === null) return { kind: 'unknown' }
  const path = typeof name === 'string' ? name : new TextDecoder().decode(name)
  return path.split('/').some((part) => skipped.has(part)) ? undefined : { kind: 'path', path }
}

function toProcess(running: WebContainerProcess, onOutput: (text: string) => void): WorkspaceProcess {
  const input = running.input.getWriter()
  const told = running.output.pipeTo(new WritableStream({ write: onOutput })).catch(() => {})
  return {
    exit: running.exit.then(async (code) => {
      // What was written before the end may come after it.
      await Promise.race([told, new Promise((resolve) => setTimeout(resolve, lastWords))])
      return code
    }),
    input: (text) => void input.write(text).catch(() => {}),
    resize: (size) => running.resize(toDimensions(size)),
    kill: () => running.kill(),
  }
}

/** In milliseconds. */
const lastWords = 300

const neverStarted: WorkspaceProcess = {
  exit: Promise.resolve(127),
  input: () => {},
  resize: () => {},
  kill: () => {},
}

function toDimensions({ rows, columns }: WorkspaceSize) {
  return { rows, cols: columns }
}
