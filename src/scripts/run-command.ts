import { execa } from 'execa'

/** Where and how a program runs; all may be left out. */
export interface CommandOptions {
  cwd?: string
  /** Besides the variables that this process has. */
  env?: NodeJS.ProcessEnv
  /** Keeps the output to itself and gives it back; else the terminal sees it. */
  quiet?: boolean
}

/** How a program ended. */
export interface Finished {
  /** 127 if the program is missing, 128 if a signal ended it. */
  code: number
  /** Both streams as they came, if quiet; of a program that is missing, the system's error. */
  output: string
}

/** Runs a program to its end, without a standard input; a failure is a result, not an exception. It ends with us. */
export async function runCommand(
  [file = '', ...args]: string[],
  { quiet = false, cwd, env }: CommandOptions = {},
): Promise<Finished> {
  const stream = quiet ? 'pipe' : 'inherit'
  const options = { stdin: 'ignore', stdout: stream, stderr: stream, all: true } as const
  const { exitCode, isTerminated, all, originalMessage } = await execa(file, args, {
    ...options,
    ...{ cwd, env, reject: false, stripFinalNewline: false },
  })
  return { code: exitCode ?? (isTerminated ? 128 : 127), output: all || (originalMessage ?? '') }
}
