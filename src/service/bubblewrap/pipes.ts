import { execFileSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { newPrivatePath } from './private-folder.ts'
import { startProcess } from './process-starter.ts'
import type { FileToOpen } from './start-order.ts'

/** A pipe to or from a process: the stream is our end. */
export interface Pipe<Stream extends Readable | Writable> {
  /** The other end, to be opened for the process. */
  end: FileToOpen
  stream: Stream
  /** Leaves the other end to the process alone, when that has it. */
  handOver(): void
}

/**
 * Opens a pipe to read from. What Node itself calls one is a pair of sockets, with which a process can do more than
 * write: send descriptors and urgent data, change the buffers of the other end, ask who is there.
 */
export function openOutputPipe(): Pipe<Readable> {
  return withFifo((path) => {
    // Whoever reads has to come first: one who writes would wait.
    const reader = openSync(path, O_RDONLY | O_NONBLOCK)
    const fd = openOrClose(path, O_WRONLY, reader)
    const stream = new Socket({ fd: reader, readable: true, writable: false })
    return { end: { path, flags: O_WRONLY }, stream, handOver: () => leave(path, fd) }
  })
}

/** Opens a pipe to write to. The process can write to it as well, so it never reads an end. */
export function openInputPipe(): Pipe<Writable> {
  return withFifo((path) => {
    const fd = openSync(path, O_RDWR)
    const writer = openOrClose(path, O_WRONLY | O_NONBLOCK, fd)
    const stream = new Socket({ fd: writer, readable: false, writable: true })
    return { end: { path, flags: O_RDWR }, stream, handOver: () => leave(path, fd) }
  })
}

const { O_RDONLY, O_WRONLY, O_RDWR, O_NONBLOCK } = constants

/** Closes the other end if this one cannot be opened. */
function openOrClose(path: string, flags: number, other: number): number {
  try {
    return openSync(path, flags)
  } catch (error) {
    closeSync(other)
    throw error
  }
}

function withFifo<Value>(open: (path: string) => Value): Value {
  const path = takeFifo()
  try {
    return open(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** The pipe has no name from then on. */
function leave(path: string, fd: number): void {
  closeSync(fd)
  rmSync(path, { force: true })
}

/** Pipes with names, which Node cannot make. */
const fifos: string[] = []

const atOnce = 512

function takeFifo(): string {
  if (fifos.length === 0) fifos.push(...makeFifos())
  if (fifos.length < atOnce / 2) void makeMore()
  return fifos.pop()!
}

/** Everybody waits for them. */
function makeFifos(): string[] {
  const [paths, [file, ...args]] = toMake()
  execFileSync(file!, args, { stdio: 'ignore' })
  return paths
}

let isMaking = false

/** Nobody waits for them. */
async function makeMore(): Promise<void> {
  if (isMaking) return
  isMaking = true
  const [paths, command] = toMake()
  try {
    const { ended } = await startProcess({ command, descriptors: ['none', 'none', 'none'], user: {} })
    await ended
    fifos.push(...paths.filter((path) => existsSync(path)))
  } catch {
    // Later there may be room; else they are made when there are none left.
  } finally {
    isMaking = false
  }
}

function toMake(): [paths: string[], command: string[]] {
  const paths = Array.from({ length: atOnce }, newPrivatePath)
  return [paths, ['mkfifo', '-m', '600', ...paths]]
}
