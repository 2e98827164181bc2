import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFiles } from '#protocol/compile.ts'
import type { ReportTools } from '#service/kernel-log/place-reports.ts'
import { sharedParsers } from '#service/parsing/parser-pool.ts'
import type { JobResult, Sandbox } from '#service/sandbox.ts'

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
export function recordedSymboliser(name: string): ReportTools {
  const recorded = JSON.parse(read(name, 'symbols.json')) as Record<string, unknown>
  return createSymboliser((frame) => {
    if (!recorded[frame]) throw new Error(`${name} was recorded without «${frame}»`)
    return JSON.stringify({ Symbol: recorded[frame] })
  })
}

/** What places reports with a symboliser that answers as it is told. */
export function createSymboliser(answer: (frame: string) => string): ReportTools {
  return toReportTools({
    run: ({ command, files }) => {
      const [tool, ...names] = command
      if (tool === 'llvm-cxxfilt') return exit(`${names.join('\n')}\n`)
      const frames = Buffer.from(files.frames as string)
        .toString()
        .trimEnd()
        .split('\n')
      return exit(frames.map((frame) => `${answer(frame)}\n`).join(''))
    },
  })
}

/** What places reports with the tools of that sandbox. */
export function toReportTools(compilers: Sandbox): ReportTools {
  return { compilers, parsers: sharedParsers }
}

function exit(text: string): Promise<JobResult> {
  return Promise.resolve({ kind: 'exited', code: 0, stdout: Buffer.from(text), stderr: '' })
}

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8')
}
