import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.ts'

/**
 * Makes what starts a process that serves, with these words before its command. Each has the port of the one before, which
 * may have been any that was free.
 */
export function createServe(scope: string[]): () => ChildProcess {
  const node = [process.execPath, ...process.execArgv, join(root, 'src/scripts/serve.ts')]
  const [file, ...args] = [...scope, ...node] as [string, ...string[]]
  let url: string | undefined
  return () => {
    const port = url === undefined ? {} : { PORT: new URL(url).port }
    const env = { ...allocator, ...process.env, ...port }
    // A session of its own, whose share of the cores it can raise; see service/bubblewrap/priority.ts.
    const child = spawn(file, args, { env, detached: true, stdio })
    child.once('message', (listensAt: string) => {
      url = listensAt
      console.log(`No Oops is at ${url}`)
    })
    return child
  }
}

const stdio: StdioOptions = ['inherit', 'inherit', 'inherit', 'ipc']

/**
 * For the allocator of glibc. By itself it keeps a heap for every thread, and once a header of 8 MB has come and gone it puts
 * such pieces among small ones, from where they do not go back to the machine.
 */
const allocator = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: `${1024 * 1024}` }
