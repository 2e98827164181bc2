import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable, Writable } from 'node:stream'
import { newPrivatePath } from './private-folder.ts'

/** A pipe to or from a process: the stream is our end. */
export interface Pipe<Stream extends Readable | Writable> {
  /** The other end, for the process; whoever starts it closes it here. */
  fd: number
  stream: Stream
}

/**
 * Opens a pipe to read from. What Node itself calls one is a pair of sockets, with which a process can do more than
 * write: send descriptors and urgent data, change the buffers of the other end, ask who is there.
 */
export function openOutputPipe(): Pipe<Readable> {
  return withFifo((path) => {
    // Whoever reads has to come first: one who writes would wait.
    const reader = openSync(path, O_RDONLY | O_NONBLOCK)
    return {
      fd: openOrClose(path, O_WRONLY, reader),
      stream: new Socket({ fd: reader, readable: true, writable: false }),
    }
  })
}

/** Opens a pipe to write to. The process can write to it as well, so it never reads an end. */
export function openInputPipe(): Pipe<Writable> {
  return withFifo((path) => {
    const fd = openSync(path, O_RDWR)
    const writer = openOrClose(path, O_WRONLY | O_NONBLOCK, fd)
    return { fd, stream: new Socket({ fd: writer, readable: false, writable: true }) }
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
  const path = fifos.pop() ?? makeFifos()
  try {
    return open(path)
  } finally {
    rmSync(path)
  }
}

/** Pipes with names, which Node cannot make. */
const fifos: string[] = []

const atOnce = 512

function makeFifos(): string {
  const paths = Array.from({ length: atOnce }, newPrivatePath)
  execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' })
  fifos.push(...paths)
  return fifos.pop()!
}
