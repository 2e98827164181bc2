/** What a command ends with. */
export const exitCodes = { fine: 0, refused: 1, usage: 2, unreachable: 3, interrupted: 130 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Why a command could not do what it was asked; the message says what, where and what next. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = exitCodes.refused) {
    super(message)
    this.exitCode = exitCode
  }
}

/** Makes the failure of a command that was called in a wrong way. */
export function wrongUse(message: string): CommandFailure {
  return new CommandFailure(message, exitCodes.usage)
}
