import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import type { StageStatus } from '#protocol/status.ts'
import type { FormatRequest, FormatResult } from '#protocol/format.ts'
import type { Cache } from '../cache.ts'
import { createCachedFormat } from '../cached-format.ts'
import { createCachedRunner } from '../cached-runner.ts'
import { compile } from '../compile.ts'
import { sharedParsers } from '../parsing/parser-pool.ts'
import type { ProgramEnvironment } from '../programs/run-program.ts'
import type { Queue, Requester } from '../queue.ts'
import { requireToolchain } from '../require-toolchain.ts'
import type { GuestOptions } from '../rustc-job.ts'
import type { Sandbox } from '../sandbox.ts'
import { toSortedFiles } from '../sorted-files.ts'
import { createGuestQueue } from './guest-queue.ts'
import { askVersions, type Versions } from './ask-versions.ts'

/** What guests, who read other courses, may have done: each in its turn among them, and after the course's own readers. */
export interface Guests {
  compile: (request: CompileRequest & GuestOptions, requester: Requester) => Promise<CompileResult>
  format: (request: FormatRequest, requester: Requester) => Promise<FormatResult>
  versions: (requester: Requester) => Promise<Versions>
  queue: Queue
  programs: ProgramEnvironment
}

/** What guests are served with. */
export interface GuestContext {
  sandbox: Sandbox
  programs: ProgramEnvironment
  userspace: () => StageStatus
  cache: Cache<object>
  /** That of the course's readers. */
  queue: Queue
  /** How many programs of guests are compiled or run at once, and how many may wait. */
  limits: { concurrency: number; limit: number }
}

/** Makes what the guests' routes lead to. */
export function createGuests({ limits, ...context }: GuestContext): Guests {
  const { sandbox, programs, userspace, cache } = context
  const queue = createGuestQueue(context.queue, { ...limits, tasksPerSecond: 4 })
  const runCached = createCachedRunner(cache, queue)
  return {
    ...{ queue, programs },
    format: createCachedFormat({ sandbox, userspace, runCached }),
    async compile(request, requester) {
      const toolchain = requireToolchain(userspace())
      const { files, ...how } = request
      const question = ['guest', toolchain, how, toSortedFiles(files)]
      const work = (signal: AbortSignal) =>
        compile({ sandbox, parsers: sharedParsers, toolchain }, request, signal)
      return (await runCached({ question, work }, requester)).value
    },
    async versions(requester) {
      const question = ['versions', requireToolchain(userspace())]
      const work = (signal: AbortSignal) => askVersions(sandbox, signal)
      return (await runCached({ question, work }, requester)).value
    },
  }
}
