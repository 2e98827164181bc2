import PQueue from 'p-queue'
import { QueueFull } from '../queue.ts'
import { createParserThreads } from './parser-threads.ts'
import * as exported from './parsers.ts'

type Parsers = typeof exported
export type ParserName = keyof Parsers
export type ParserInput<Name extends ParserName> = Parameters<Parsers[Name]>[0]
export type ParserOutput<Name extends ParserName> = ReturnType<Parsers[Name]>

/** Reads what tools wrote about a stranger's program, so that nobody else waits for it, however much that is. */
export interface ParserPool {
  /** Rejects with `AbortError` if the signal fires, and with `QueueFull` if too many wait. */
  parse<Name extends ParserName>(
    name: Name,
    input: ParserInput<Name>,
    signal?: AbortSignal,
  ): Promise<Parsed<ParserOutput<Name>>>
}

/** What a parser made of an output; stopped if that took more time or memory than any output is worth. */
export type Parsed<Value> = { kind: 'parsed'; value: Value } | { kind: 'stopped'; reason: 'output' }

export interface ParserPoolOptions {
  /** Its functions are those of `parsers.ts`, which is what the threads import if none is given. */
  file?: URL
  /** Time that a parser may take in its thread. */
  milliseconds?: number
  threads?: number
  /** Parsers that may wait for a thread. */
  mostWaiting?: number
}

/** Makes a pool whose threads start when the first large output comes; what is small is read at once, without them. */
export function createParserPool(options: ParserPoolOptions = {}): ParserPool {
  const { file = new URL('parsers.ts', import.meta.url), threads = 2 } = options
  const { milliseconds = 5000, mostWaiting = 200 } = options
  const queue = new PQueue({ concurrency: threads })
  const callInThread = createParserThreads(file, threads)
  return {
    async parse<Name extends ParserName>(name: Name, input: ParserInput<Name>, signal = neverAborted) {
      if (isSmall(input)) return { kind: 'parsed', value: call(name, input) }
      if (queue.size >= mostWaiting) throw new QueueFull(retryAfter)
      const work = (ends: AbortSignal): Promise<unknown> => callInThread(name, input, ends)
      const run = (): Promise<Parsed<unknown>> => runInTime(work, milliseconds, signal)
      return (await queue.add(run, { signal })) as Parsed<ParserOutput<Name>>
    },
  }
}

/** The pool of this process. */
export const sharedParsers = createParserPool()

const neverAborted = new AbortController().signal

/** Each parser is done with as much in a few milliseconds, whatever it is: a module is mostly skipped. */
function isSmall({ output }: { output: string | Uint8Array }): boolean {
  return output.length <= (typeof output === 'string' ? 64 * 1024 : 1024 * 1024)
}

const parsers: Parsers = { ...exported }

function call<Name extends ParserName>(name: Name, input: ParserInput<Name>): ParserOutput<Name> {
  const parser = parsers[name] as (input: ParserInput<Name>) => ParserOutput<Name>
  return parser(input)
}

/** Seconds; a guess. */
const retryAfter = 2

async function runInTime(
  work: (ends: AbortSignal) => Promise<unknown>,
  milliseconds: number,
  signal: AbortSignal,
): Promise<Parsed<unknown>> {
  const late = AbortSignal.timeout(milliseconds)
  try {
    return { kind: 'parsed', value: await work(AbortSignal.any([late, signal])) }
  } catch (error) {
    if (signal.aborted || !(late.aborted || isOutOfMemory(error))) throw error
    return { kind: 'stopped', reason: 'output' }
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
