import type { Command } from 'commander'
import type { ExitCode } from '../command-failure.ts'
import type { Context } from '../context.ts'

/** Adds a command, with its help, to the program. */
export type AddCommand = (program: Command, within: Within) => void

/** Makes what a command does into what commander calls: it is given the context, and the arguments that its usage names. */
export type Within = <Args extends unknown[]>(
  act: (context: Context, ...args: Args) => Promise<ExitCode>,
) => (...args: Args) => Promise<void>
