import type { Readable } from 'node:stream'
import { z } from 'zod'
import { SourcePath } from '#protocol/compile.ts'
import { closeInherited } from './close-inherited.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { preparePlaces, takePlace } from './place.ts'
import { SandboxBusy, toSandboxError } from './sandbox-error.ts'
import { toSeccompFilter, type Architecture, type Exceptions } from './seccomp.ts'
import { spawnBubblewrap, type Bubblewrap, type SandboxSetup } from './spawn-bubblewrap.ts'
import { stackMap } from './stack-map.ts'
import { toJobResult, type Remains } from './verdict.ts'
import { watchJob, type JobHandle } from './watch-job.ts'
import { isStored } from '../file-store.ts'
import type { JobResult, Job, Sandbox } from '../sandbox.ts'

/** Where the toolroom is, and what a job may use of the machine. */
export interface BubblewrapOptions extends Exceptions {
  /** The folder that holds the toolroom's `usr`. */
  root: string
  limits?: Partial<Limits>
}

/**
 * A sandbox of bubblewrap, seccomp and resource limits. Nothing is ever written to the host: files go in and output
 * comes back through pipes. `run` settles when no process of the job is left; it rejects with `SandboxError` if the
 * machine does not allow such a sandbox, and with `SandboxBusy` if it has no room for another one now.
 */
export function createBubblewrapSandbox({ root, limits, ...exceptions }: BubblewrapOptions): Sandbox {
  const filter = toSeccompFilter(process.arch as Architecture, exceptions)
  closeInherited()
  preparePlaces()
  const settled = { root, filter, limits: { ...defaultLimits, ...limits } }
  return {
    run: async (job, signal) => {
      refuseIfAborted(signal)
      const files = { ...JobFiles.parse(job.files), ...(job.needsStackBounds && stackMap) }
      const place = takePlace(settled.limits, files)
      return await runJob({ ...settled, place }, { ...job, files }, signal).finally(place.release)
    },
  }
}

/** As those that readers send, and libraries such as `libstdc++.so.6`. */
const JobPath = z.union([SourcePath, z.string().regex(/^lib\/[A-Za-z0-9_.+-]{1,80}$/)])

const JobFiles = z.record(JobPath, z.custom<Content>(isContent))

type Content = Job['files'][string]

function isContent(value: unknown): boolean {
  return typeof value === 'string' || value instanceof Uint8Array || isStored(value as Content)
}

async function runJob(setup: SandboxSetup, job: Job, signal?: AbortSignal): Promise<JobResult> {
  const { limits, place } = setup
  const bwrap = await spawnBubblewrap(setup, job)
  const life = watchJob(bwrap, job.inputs ? limits.waitSeconds : limits.wallSeconds, signal)
  const output = collectAll(bwrap, { ...limits, mayBeCut: job.mayBeCut === true }, life)
  const stopFeeding = feed(bwrap, job, () => life.allow(limits.wallSeconds))
  if (job.onStdout) bwrap.stdout.on('data', upTo(job.onStdout, limits.stdoutBytes))
  place.memory.watch(bwrap.process.pid, () => life.stop('memory'))
  await life.over.finally(stopFeeding)
  refuseIfAborted(signal)
  const reason = life.stopped() ?? (place.memory.ranOut() ? 'memory' : undefined)
  if (reason) return { kind: 'stopped', reason }
  const by = life.killedBy()
  if (by) throw new SandboxBusy(`others have killed the sandbox: ${by}`)
  return toJobResult(output(), place.memory.entry === undefined ? 'kernel' : 'others')
}

/** Sends the job what it is sent; gives how to end that. */
function feed({ inputs }: Bubblewrap, job: Job, onParcel: () => void): () => void {
  if (!inputs || !job.inputs) return () => {}
  const { console, parcel } = inputs
  for (const pipe of [console, parcel]) pipe.on('error', () => {})
  job.inputs.console.pipe(console)
  job.inputs.parcel.once('data', onParcel).pipe(parcel)
  return () => [console, parcel].forEach((pipe) => pipe.destroy())
}

function collectAll(
  { stdout, stderr, status }: Bubblewrap,
  { stdoutBytes, stderrBytes, mayBeCut }: Limits & { mayBeCut: boolean },
  life: JobHandle,
): () => Remains {
  let isCut = false
  const [out, err, told] = [
    collect(stdout, stdoutBytes, () => life.stop('output')),
    collect(stderr, stderrBytes, () => (mayBeCut ? (isCut = true) : life.stop('output'))),
    collect(status, 4096, () => life.stop('crash')),
  ]
  return () => ({
    ...{ code: exitCode(told(), err()), stdout: out() },
    ...(isCut ? { stderr: wholeLines(err()), isCut } : { stderr: err().toString() }),
  })
}

function wholeLines(text: Buffer): string {
  return text.subarray(0, text.lastIndexOf('\n') + 1).toString()
}

function collect(stream: Readable, limit: number, tooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('error', () => {})
  stream.on('data', (chunk: Buffer) => {
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

/** bwrap reports an exit code only if the command was started; it says why not, unless others have killed what sets it up. */
function exitCode(status: Buffer, stderr: Buffer): number {
  const code = /"exit-code"\s*:\s*(\d+)/.exec(status.toString())?.[1]
  if (code !== undefined) return Number(code)
  const words = stderr.toString().trim()
  throw words === '' ? new SandboxBusy('bwrap ended without a word') : toSandboxError(words)
}

function refuseIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw new DOMException('The job was aborted.', 'AbortError')
}
