import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { FileToOpen, StartNews, StartOrder } from './start-order.ts'

// A process of its own, which the service starts: see process-starter.ts. It ends with the service, not before it.

// What it starts has the priority that it has itself.
const priority = process.argv[3]
if (priority !== undefined) setPriority(Number(priority))

process.on('message', (order) => begin(order as StartOrder))
process.on('disconnect', () => process.exit(0))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

function begin({ id, command, descriptors, user, path: PATH }: StartOrder): void {
  const opened: number[] = []
  const open = ({ path, flags }: FileToOpen): number => opened[opened.push(openSync(path, flags)) - 1]!
  try {
    const [file, ...args] = command as [string, ...string[]]
    const stdio = descriptors.map((one) => (one === 'none' ? 'ignore' : open(one)))
    // Its own process group, so that all of it can be killed while it is still being set up.
    watch(id, spawn(file, args, { stdio, detached: true, cwd: '/', env: { PATH }, ...user }))
  } catch (error) {
    tell({ id, kind: 'failed', message: (error as Error).message })
  } finally {
    for (const fd of opened) closeSync(fd)
  }
}

function watch(id: number, child: ChildProcess): void {
  if (child.pid === undefined) {
    child.on('error', ({ message }) => tell({ id, kind: 'failed', message }))
    return
  }
  tell({ id, kind: 'started', pid: child.pid })
  child.on('error', () => {})
  child.on('exit', (_code, signal) => tell({ id, kind: 'ended', signal }))
}

function tell(news: StartNews): void {
  if (process.connected) process.send?.(news, () => {})
}
