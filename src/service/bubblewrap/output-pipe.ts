import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { newPrivatePath } from './private-folder.ts'

/** A pipe from a process. */
export interface OutputPipe {
  /** For the process that writes; whoever starts it closes it here. */
  fd: number
  stream: Readable
}

/**
 * Opens a pipe. What Node itself calls one is a pair of sockets, with which a process can do more than write: send
 * descriptors and urgent data, change the buffers of the other end, ask who is there.
 */
export function openOutputPipe(): OutputPipe {
  const path = fifos.pop() ?? makeFifos()
  // Whoever reads has to come first: one who writes would wait.
  const reader = openSync(path, O_RDONLY | O_NONBLOCK)
  try {
    const fd = openSync(path, O_WRONLY)
    return { fd, stream: new Socket({ fd: reader, readable: true, writable: false }) }
  } catch (error) {
    closeSync(reader)
    throw error
  } finally {
    rmSync(path)
  }
}

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants

/** Pipes with names, which Node cannot make. */
const fifos: string[] = []

const atOnce = 512

function makeFifos(): string {
  const paths = Array.from({ length: atOnce }, newPrivatePath)
  execFileSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' })
  fifos.push(...paths)
  return fifos.pop()!
}
