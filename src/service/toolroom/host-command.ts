import { spawn, type StdioOptions } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface HostCommandOptions {
  environment?: Record<string, string>
  /** Is given each line of both streams as it comes. */
  onLine?: (line: string) => void
  /** An open file that the command finds as descriptor 3. */
  file?: number
}

/** Exit code of a program of the host (127 if it is missing, 128 if a signal ended it) and its last lines. */
export interface HostCommandEnd {
  code: number
  lines: string[]
}

/** Runs one of the host's own programs to its end. Nothing that a reader wrote is ever run like this. */
export async function runHostCommand(
  [program = '', ...args]: string[],
  { environment, onLine, file }: HostCommandOptions = {},
): Promise<HostCommandEnd> {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(file === undefined ? [] : [file])]
  const child = spawn(program, args, { stdio, env: { ...process.env, LC_ALL: 'C', ...environment } })
  const lines: string[] = []
  const take = (line: string): void => {
    lines.push(line)
    if (lines.length > linesKept) lines.shift()
    onLine?.(line)
  }
  createInterface(child.stdout as Readable).on('line', take)
  createInterface(child.stderr as Readable).on('line', take)
  return await new Promise((settle) => {
    child.on('error', () => settle({ code: 127, lines }))
    child.on('close', (code) => settle({ code: code ?? 128, lines }))
  })
}

const linesKept = 200
