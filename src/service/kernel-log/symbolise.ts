import { z } from 'zod'
import type { AddressedModule } from '../kernel/give-addresses.ts'
import type { ParserPool } from '../parsing/parser-pool.ts'
import type { Job, Sandbox } from '../sandbox.ts'
import type { Frame, LoggedPlace } from './logged-report.ts'

/** What symbolises frames, and what reads modules. */
export interface SymboliserTools {
  compilers: Sandbox
  parsers: ParserPool
}

/**
 * Finds for each frame of a module the source that it came from: the innermost function first, then those that it was
 * inlined into. There are no places for a frame that the module does not have, nor for any if the tools fail.
 */
export async function symbolise(
  { module, frames }: { module: Uint8Array; frames: Frame[] },
  { compilers, parsers }: SymboliserTools,
  signal?: AbortSignal,
): Promise<LoggedPlace[][]> {
  if (frames.length === 0) return []
  const addressed = await parsers.parse('addressedModule', { output: module, frames }, signal)
  if (addressed.kind === 'stopped' || !addressed.value) return frames.map(() => [])
  const { addresses } = addressed.value
  const known = [...new Set(addresses.filter((address) => address !== undefined))]
  const places = await findPlaces({ module: addressed.value.module, addresses: known }, compilers, signal)
  return addresses.map((address) => (address === undefined ? [] : (places.get(address) ?? [])))
}

async function findPlaces(
  { module, addresses }: { module: AddressedModule['module']; addresses: number[] },
  sandbox: Sandbox,
  signal?: AbortSignal,
): Promise<Map<number, LoggedPlace[]>> {
  if (addresses.length === 0) return new Map()
  const ended = await sandbox.run(toSymboliserJob(module, addresses), signal)
  if (ended.kind === 'stopped') return new Map()
  const answers = Buffer.from(ended.stdout).toString().split('\n')
  return new Map(addresses.map((address, index) => [address, readAnswer(answers[index] ?? '')]))
}

function toSymboliserJob(module: Uint8Array, addresses: number[]): Job {
  const lines = addresses.map((address) => `0x${address.toString(16)}\n`)
  return {
    command: ['busybox', 'sh', '-c', script],
    files: { 'driver.ko': module, addresses: lines.join('') },
  }
}

/** Bytes; a driver's functions can have long names, and be in one another as deep as its author likes. */
const mostAnswered = 2_000_000

const script = `llvm-symbolizer --obj=driver.ko --output-style=JSON <addresses | busybox head -c ${mostAnswered}`

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
