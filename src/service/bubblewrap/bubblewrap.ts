import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync } from 'node:fs'
import type { Duplex, Readable } from 'node:stream'
import { z } from 'zod'
import { SourceFiles, type StopReason } from '#protocol/compile.ts'
import { closeInherited } from './close-inherited.ts'
import { killSandbox } from './kill-sandbox.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { holdMemory } from './hold-memory.ts'
import { SandboxError } from './sandbox-error.ts'
import { toSeccompFilter, type Architecture, type Exceptions } from './seccomp.ts'
import { stackMap } from './stack-map.ts'
import { toJobResult } from './verdict.ts'
import { toBubblewrapArguments } from './bwrap-arguments.ts'
import type { JobResult, Job, Sandbox } from '../sandbox.ts'
import type { StoredFile } from '../stored-file.ts'

/** Where the toolroom is, and what a job may use of the machine. */
export interface BubblewrapOptions extends Exceptions {
  /** The folder that holds the toolroom's `usr`. */
  root: string
  limits?: Partial<Limits>
}

/**
 * A sandbox of bubblewrap, seccomp and resource limits. Nothing is ever written to the host: files go in and output
 * comes back through pipes. `run` rejects with `SandboxError` if the machine does not allow such a sandbox.
 */
export function createBubblewrapSandbox({ root, limits, ...exceptions }: BubblewrapOptions): Sandbox {
  const filter = toSeccompFilter(process.arch as Architecture, exceptions)
  closeInherited()
  const settled: Settled = { root, filter, limits: { ...defaultLimits, ...limits } }
  return {
    run: async (job, signal) => {
      refuseIfAborted(signal)
      const files = { ...JobFiles.parse(job.files), ...(job.needsStackBounds && stackMap) }
      return await runJob(settled, { ...job, files }, signal)
    },
  }
}

const JobFiles = z.record(SourceFiles.keyType, z.custom<Content>(isContent))

type Content = Job['files'][string]

function isContent(value: unknown): boolean {
  return typeof value === 'string' || value instanceof Uint8Array || isStored(value as Content)
}

interface Settled {
  root: string
  filter: Buffer
  limits: Limits
}

async function runJob(settled: Settled, job: Job, signal?: AbortSignal): Promise<JobResult> {
  const { limits, filter } = settled
  const child = spawnBubblewrap(settled, job)
  const life = watch(child, limits.wallSeconds, signal)
  feed(child, [filter, undefined, ...Object.values(job.files).map(toSent)])
  const [stdout, stderr, status] = [
    collect(child.stdout, limits.stdoutBytes, () => life.stop('output')),
    collect(child.stderr, limits.stderrBytes, () => life.stop('output')),
    collect(pipeOf(child, statusFd), 4096, () => life.stop('crash')),
  ]
  if (job.onStdout) child.stdout?.on('data', upTo(job.onStdout, limits.stdoutBytes))
  const { memoryBytes } = limits
  const held =
    memoryBytes === 'unlimited' ? undefined : holdMemoryOf(child, memoryBytes, () => life.stop('memory'))
  await life.over.finally(held)
  refuseIfAborted(signal)
  if (life.stopped()) return { kind: 'stopped', reason: life.stopped()! }
  return toJobResult({ code: exitCode(status(), stderr()), stdout: stdout(), stderr: stderr().toString() })
}

const seccompFd = 3
const statusFd = 4
const firstFileFd = 5

function spawnBubblewrap({ root, limits }: Settled, { command, files }: Job): ChildProcess {
  const names = Object.keys(files)
  const architecture = process.arch as Architecture
  const fds = new Map(names.map((name, index) => [name, firstFileFd + index]))
  const world = { root, architecture, limits, files: fds, seccompFd, statusFd }
  const block = limits.memoryBytes === 'unlimited' ? {} : { blockFd: firstFileFd + names.length }
  const lent = Object.values(files).map((file) => (isStored(file) ? file.open() : 'pipe'))
  const child = spawn('bwrap', toBubblewrapArguments({ ...world, ...block }, command), {
    stdio: [
      'ignore',
      'pipe',
      'pipe',
      'pipe',
      'pipe',
      ...lent,
      ...Object.keys(block).map(() => 'pipe' as const),
    ],
    // Its own process group, so that all of it can be killed while it is still being set up.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
    ...unprivilegedUser(),
  })
  for (const fd of lent) if (typeof fd === 'number') closeSync(fd)
  return child
}

function isStored(file: Content): file is StoredFile {
  return typeof file === 'object' && 'open' in file
}

/** What is lent need not be sent. */
function toSent(file: Content): string | Uint8Array | undefined {
  return isStored(file) ? undefined : file
}

/** The limit on processes does not count those of root. */
function unprivilegedUser(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
}

interface JobHandle {
  /** Settles when every process of the job is gone. */
  over: Promise<void>
  stop(reason: StopReason): void
  stopped(): StopReason | undefined
}

function watch(child: ChildProcess, seconds: number, signal?: AbortSignal): JobHandle {
  let reason: StopReason | undefined
  const stop = (why: StopReason): void => {
    reason ??= why
    killAll(child)
  }
  const timer = setTimeout(() => stop('time'), seconds * 1000)
  const onAbort = (): void => killAll(child)
  signal?.addEventListener('abort', onAbort)
  const over = end(child).finally(() => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  })
  return { over, stop, stopped: () => reason }
}

async function end(child: ChildProcess): Promise<void> {
  try {
    await once(child, 'close')
  } catch (cause) {
    throw new SandboxError(`bwrap could not be started: ${(cause as Error).message}`, { cause })
  }
}

function killAll({ pid }: ChildProcess): void {
  if (pid !== undefined) killSandbox(pid)
}

/** The command is started only then; until that, what will be all its processes is one. */
function holdMemoryOf(child: ChildProcess, bytes: number, onTooMuch: () => void): () => void {
  const hold = holdMemory(bytes, onTooMuch)
  pipeOf(child, statusFd).once('data', (status: Buffer) => {
    const pid = /"child-pid"\s*:\s*(\d+)/.exec(status.toString())?.[1]
    if (pid !== undefined) hold.add(Number(pid))
    write(child.stdio.at(-1) as Duplex, 'go')
  })
  return hold.end
}

/** Of the descriptors from the filter's on, that of the status is not written to. */
function feed(child: ChildProcess, contents: (string | Uint8Array | undefined)[]): void {
  contents.forEach((content, index) => {
    if (content !== undefined) write(pipeOf(child, seccompFd + index), content)
  })
}

function write(pipe: Duplex, content: string | Uint8Array): void {
  // A reader that has died is told by its exit code.
  pipe.on('error', () => {})
  pipe.resume()
  pipe.end(content)
}

function pipeOf(child: ChildProcess, fd: number): Duplex {
  return child.stdio[fd] as Duplex
}

function collect(stream: Readable | null, limit: number, tooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let bytes = 0
  stream?.on('error', () => {})
  stream?.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > limit) tooMuch()
    else chunks.push(chunk)
  })
  return () => Buffer.concat(chunks)
}

/** Passes chunks on up to the limit; what comes after it is dropped. */
function upTo(receive: (chunk: Uint8Array) => void, limit: number): (chunk: Buffer) => void {
  let left = limit
  return (chunk) => {
    if (left > 0) receive(chunk.subarray(0, left))
    left -= chunk.length
  }
}

/** bwrap reports an exit code only if the command was started. */
function exitCode(status: Buffer, stderr: Buffer): number {
  const code = /"exit-code"\s*:\s*(\d+)/.exec(status.toString())?.[1]
  if (code === undefined) throw new SandboxError(stderr.toString().trim() || 'bwrap ended without a word')
  return Number(code)
}

function refuseIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new DOMException('The job was aborted.', 'AbortError')
}
