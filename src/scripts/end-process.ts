import type { Logger } from 'pino'

/** Ends the process once its log is out. One whose log nobody reads is killed after a second: Node would wait for that reader. */
export function endProcess(logger: Logger, code: number): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastMoment)
  logger.flush(() => process.exit(code))
}

/** Milliseconds. */
const lastMoment = 1000
