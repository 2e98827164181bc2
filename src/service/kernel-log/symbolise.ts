import { z } from 'zod'
import type { ParserPool } from '../parsing/parser-pool.ts'
import type { Job, Sandbox } from '../sandbox.ts'
import type { Frame, LoggedPlace } from './logged-report.ts'
import { toSymboliserJob } from './symboliser-job.ts'
import type { WaitingSymboliser } from './waiting-symboliser.ts'

/** What symbolises frames, and what reads modules. */
export interface SymboliserTools {
  compilers: Sandbox
  parsers: ParserPool
  /** One that was started before; if its module is the one that is asked for, it is asked. */
  waiting?: WaitingSymboliser | undefined
}

/**
 * Finds for each frame of a module the source that it came from: the innermost function first, then those that it was
 * inlined into. There are no places for a frame that the module does not have, nor for any if the tools fail.
 */
export async function symbolise(
  { module, frames }: { module: Uint8Array; frames: Frame[] },
  { compilers, parsers, waiting }: SymboliserTools,
  signal?: AbortSignal,
): Promise<LoggedPlace[][]> {
  if (frames.length === 0) return []
  const addressed = await parsers.parse('addressedModule', { output: module, frames }, signal)
  if (addressed.kind === 'stopped' || !addressed.value) return frames.map(() => [])
  const { addresses } = addressed.value
  const known = [...new Set(addresses.filter((address) => address !== undefined))]
  if (known.length === 0) return frames.map(() => [])
  const early = waiting?.module === module ? await waiting.ask(known) : undefined
  const job = toSymboliserJob(addressed.value.module, known)
  const places = toPlaces(known, early ?? (await run(job, compilers, signal)))
  return addresses.map((address) => (address === undefined ? [] : (places.get(address) ?? [])))
}

async function run(job: Job, sandbox: Sandbox, signal?: AbortSignal): Promise<string> {
  const ended = await sandbox.run(job, signal)
  return ended.kind === 'stopped' ? '' : Buffer.from(ended.stdout).toString()
}

function toPlaces(addresses: number[], output: string): Map<number, LoggedPlace[]> {
  const answers = output.split('\n')
  return new Map(addresses.map((address, index) => [address, readAnswer(answers[index] ?? '')]))
}

function readAnswer(line: string): LoggedPlace[] {
  const answer = Answer.safeParse(toJson(line))
  if (!answer.success) return []
  return answer.data.Symbol.map(({ FileName, Line }) => ({ file: FileName, line: Line }))
}

/** Undefined for a line that the symboliser did not get to write to its end. */
function toJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const Answer = z.object({ Symbol: z.array(z.object({ FileName: z.string(), Line: z.int() })) })
