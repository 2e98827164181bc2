import { CourseError } from '#course/course-error.ts'
import { SettingError } from '#service/settings.ts'
import { explainFailure, type Failure } from '#service/toolroom/explain-failure.ts'
import { ScriptError } from './script-error.ts'

/** Says what an error means to the user of a script and what helps; undefined if it is a bug of ours. */
export function describeFailure(error: unknown): string | undefined {
  if (isMeantForUsers(error)) return error.message
  const taken = describePort(error as ListenError)
  if (taken !== undefined) return taken
  const failure = explainFailure(error)
  return failure && describeRemedy(failure)
}

/** Puts reason and remedy on a line each. */
export function describeRemedy({ reason, remedy }: Failure): string {
  return `${reason}\nWhat helps: ${remedy}`
}

function isMeantForUsers(error: unknown): error is Error {
  return [ScriptError, CourseError, SettingError].some((kind) => error instanceof kind)
}

type ListenError = NodeJS.ErrnoException & { port?: number }

function describePort({ syscall, code = '', port = 0 }: ListenError): string | undefined {
  return syscall === 'listen' ? listenRemedies[code]?.(port) : undefined
}

const listenRemedies: Record<string, (port: number) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken. Choose another, as in PORT=${port + 1} npm start`,
  EACCES: (port) => `Port ${port} is not for us. Choose one above 1023, as in PORT=8080 npm start`,
  EADDRNOTAVAIL: () =>
    `There is no address ${process.env.HOST} on this machine. Unset HOST, or set it to 0.0.0.0.`,
}
