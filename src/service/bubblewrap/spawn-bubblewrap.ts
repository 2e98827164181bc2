import { constants, rmSync, writeFileSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { toBubblewrapArguments } from './bwrap-arguments.ts'
import { killLate } from './kill-sandbox.ts'
import type { Limits } from './limits.ts'
import { openInputPipe, openOutputPipe, type Pipe } from './pipes.ts'
import type { Place } from './place.ts'
import { newPrivatePath } from './private-folder.ts'
import { startProcess, StarterLost, type StartedProcess } from './process-starter.ts'
import { SandboxBusy, SandboxError, toSandboxError } from './sandbox-error.ts'
import { newSandboxName } from './sandbox-name.ts'
import type { Architecture } from './seccomp.ts'
import type { FileToOpen } from './start-order.ts'
import { parcelFd, type Job } from '../sandbox.ts'
import { isStored } from '../file-store.ts'

/** In what a job runs. */
export interface SandboxSetup {
  /** The folder that holds the toolroom's `usr`. */
  root: string
  /** The seccomp filter. */
  filter: Buffer
  limits: Limits
  place: Place
}

/** A bwrap that runs. */
export interface Bubblewrap {
  /** Of its sandbox. */
  name: string
  process: StartedProcess
  /** Pipes to the job; none if it reads nothing. */
  inputs: { console: Writable; parcel: Writable } | undefined
  stdout: Readable
  stderr: Readable
  /** JSON: the number of the first process inside, and the command's exit code. */
  status: Readable
}

const groupFd = 3
const seccompFd = 4
const statusFd = 5

/** Starts bwrap with all that it needs. Rejects with `SandboxBusy` or `SandboxError` if it cannot be started. */
export async function spawnBubblewrap(setup: SandboxSetup, job: Job): Promise<Bubblewrap> {
  const [name, ends] = [newSandboxName(), createEnds()]
  try {
    const console = job.inputs ? ends.input() : ends.add('none')
    const [stdout, stderr] = [ends.output(), ends.output()]
    const { entry } = setup.place.memory
    ends.add(entry === undefined ? 'none' : { path: entry, flags: constants.O_WRONLY })
    ends.file(setup.filter)
    const status = ends.output()
    const parcel = job.inputs && ends.input()
    for (const [, content] of Object.entries(job.files).filter(isSent)) ends.file(content)
    const isGrouped = entry !== undefined
    const command = [...toLauncher(isGrouped), 'bwrap', ...toArguments(name, setup, job)]
    return {
      name,
      process: await startProcess({ command, descriptors: ends.descriptors, user: setup.place.user }),
      inputs: console && parcel && { console, parcel },
      stdout,
      stderr,
      status,
    }
  } catch (cause) {
    ends.destroy()
    if (cause instanceof StarterLost) await killLate(name)
    if (cause instanceof SandboxBusy || cause instanceof SandboxError) throw cause
    throw toSandboxError(`bwrap could not be started: ${(cause as Error).message}`, cause)
  } finally {
    ends.handOver()
  }
}

/**
 * Starts a command as one that the kernel kills before all others when memory is short, and in the group. A process moves
 * there by itself: for others to move it, the kernel takes ten milliseconds.
 */
function toLauncher(isGrouped: boolean): string[] {
  const first = '{ echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null'
  const move = `echo 0 >&${groupFd} || { echo 'Cannot allocate memory: there is no group' >&2; exit 1; }`
  return ['sh', '-c', `${first}; ${isGrouped ? move : ':'}; exec "$@" ${groupFd}>&-`, 'sh']
}

/** What a process gets as descriptors from 0 on; what is there for it alone goes when it has them. */
function createEnds() {
  const descriptors: (FileToOpen | 'none')[] = []
  const handOvers: (() => void)[] = []
  const streams: (Readable | Writable)[] = []
  const keep = <Stream extends Readable | Writable>({ end, stream, handOver }: Pipe<Stream>): Stream => {
    descriptors.push(end)
    handOvers.push(handOver)
    streams.push(stream)
    return stream
  }
  return {
    descriptors,
    add: (end: FileToOpen | 'none'): undefined => void descriptors.push(end),
    file(content: string | Uint8Array) {
      const path = newPrivatePath()
      handOvers.push(() => rmSync(path, { force: true }))
      writeFileSync(path, content, { mode: 0o600 })
      descriptors.push({ path, flags: constants.O_RDONLY })
    },
    input: () => keep(openInputPipe()),
    output: () => keep(openOutputPipe()),
    handOver: () => handOvers.forEach((handOver) => handOver()),
    destroy: () => streams.forEach((stream) => stream.destroy()),
  }
}

type Content = Job['files'][string]

function isSent(file: [path: string, content: Content]): file is [string, string | Uint8Array] {
  return !isStored(file[1])
}

function toArguments(name: string, { root, limits }: SandboxSetup, job: Job): string[] {
  const { command, files, inputs } = job
  const architecture = process.arch as Architecture
  const all = Object.entries(files)
  const first = inputs ? parcelFd + 1 : parcelFd
  const sent = new Map(all.filter(isSent).map(([path], index) => [path, first + index]))
  const stored = new Map(all.flatMap(([path, file]) => (isStored(file) ? [[path, file.path]] : [])))
  return toBubblewrapArguments(
    { name, root, architecture, limits, sent, stored, seccompFd, statusFd },
    command,
  )
}
