import type { Logger } from 'pino'
import { endProcess } from './end-process.ts'

/**
 * Logs what nobody has caught, so that no error of one request ends the others. After a rejection the process goes on.
 * After an exception nobody knows what was left undone: the process closes, and ends with code 1 within a second.
 */
export function guardProcess(close: () => Promise<void>, logger: Logger): void {
  process.on('unhandledRejection', (error) => logger.error({ unhandled: toLogged(error) }))
  process.on('uncaughtException', (error) => {
    logger.fatal({ uncaught: toLogged(error) })
    setTimeout(() => endProcess(logger, 1), lastMoment)
    void close().finally(() => endProcess(logger, 1))
  })
}

/** Milliseconds in which others get their answers. */
const lastMoment = 1000

function toLogged(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, stack: error.stack } : error
}
