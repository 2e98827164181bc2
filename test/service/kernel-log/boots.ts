import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFiles } from '#protocol/compile.ts'
import type { Frame } from '#service/kernel-log/logged-report.ts'
import type { SymboliserTools } from '#service/kernel-log/symbolise.ts'
import { sharedParsers, type ParserPool } from '#service/parsing/parser-pool.ts'
import type { Job, JobResult, Sandbox } from '#service/sandbox.ts'

const folder = join(import.meta.dirname, 'boots')

/** A recorded boot each: the driver that was loaded and all that the console showed. */
export const bootNames = readdirSync(folder)

export function readConsole(name: string): string {
  return read(name, 'console.txt')
}

export function readDriver(name: string): SourceFiles {
  const root = existsSync(join(folder, name, 'driver.rs')) ? 'driver.rs' : 'driver.c'
  return { [root]: read(name, root) }
}

/** What places reports with what the symboliser of the toolroom said of that driver's module. */
export function recordedSymboliser(name: string): SymboliserTools {
  const recorded = JSON.parse(read(name, 'symbols.json')) as Record<string, unknown>
  return createSymboliser((frame) => {
    if (!recorded[frame]) throw new Error(`${name} was recorded without «${frame}»`)
    return JSON.stringify({ Symbol: recorded[frame] })
  })
}

/** What places reports with a symboliser that answers as it is told, of whatever frames: «symbol offset», a return's is one less. */
export function createSymboliser(answer: (frame: string) => string): SymboliserTools {
  const asked: string[] = []
  const compilers: Sandbox = {
    run: ({ command: [tool, ...names], files }) => {
      if (tool === 'llvm-cxxfilt') return exit(`${names.join('\n')}\n`)
      const frames = readAddresses(files).map((address) => asked[address]!)
      return exit(frames.map((frame) => `${answer(frame)}\n`).join(''))
    },
  }
  return { compilers, parsers: { parse: (...call) => giveNumbers(asked, call) } }
}

/** In place of an address each frame has its number. */
function giveNumbers(asked: string[], call: Parameters<ParserPool['parse']>): Promise<never> {
  const [name, input] = call
  if (name !== 'addressedModule') return sharedParsers.parse(...call) as Promise<never>
  const { frames, output } = input as { frames: Frame[]; output: Uint8Array }
  const addresses = frames.map(
    ({ symbol, offset, isReturn }) => asked.push(`${symbol} ${offset - (isReturn ? 1 : 0)}`) - 1,
  )
  return Promise.resolve({ kind: 'parsed', value: { module: output, addresses } } as never)
}

/** The addresses that a symboliser is asked for. */
export function readAddresses(files: Job['files']): number[] {
  return Buffer.from(files.addresses as string)
    .toString()
    .trimEnd()
    .split('\n')
    .map(Number)
}

/** What places reports with the tools of that sandbox. */
export function toReportTools(compilers: Sandbox): SymboliserTools {
  return { compilers, parsers: sharedParsers }
}

function exit(text: string): Promise<JobResult> {
  return Promise.resolve({ kind: 'exited', code: 0, stdout: Buffer.from(text), stderr: '' })
}

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8')
}
