import { type ChildProcess, spawn } from 'node:child_process'

export interface CommandOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Keeps the output to itself and gives it back; else the terminal sees it. */
  quiet?: boolean
}

export interface Finished {
  /** 127 if the program is missing, 128 if a signal ended it. */
  code: number
  /** Both streams, if quiet. */
  output: string
}

/** Runs a program to its end, without a standard input; a failure is a result, not an exception. It ends with us. */
export function runCommand(command: string[], options: CommandOptions = {}): Promise<Finished> {
  const { quiet = false, cwd, env } = options
  const [file, ...args] = command as [string, ...string[]]
  return new Promise((resolve) => {
    const stdio = quiet ? 'pipe' : 'inherit'
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', stdio, stdio] })
    const chunks: Buffer[] = []
    endWithUs(child)
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 128, output: Buffer.concat(chunks).toString() }))
  })
}

const running = new Set<ChildProcess>()

function endWithUs(child: ChildProcess): void {
  if (process.listenerCount('exit', endAll) === 0) process.on('exit', endAll)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) process.on(signal, () => process.exit(130))
  }
  running.add(child)
  child.on('close', () => running.delete(child))
}

function endAll(): void {
  for (const child of running) child.kill('SIGTERM')
}
