import { SettingError } from '#service/settings.ts'

/** Ends the process because of something that its user can fix, without a stack; a bug is thrown on. */
export function tellAndExit(error: unknown): never {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number }
  const say = code === undefined ? undefined : remedies[code]
  if (!say && !(error instanceof SettingError)) throw error
  console.error(say ? say(port ?? process.env.PORT ?? '') : message)
  process.exit(1)
}

const remedies: Record<string, (port: number | string) => string> = {
  EADDRINUSE: (port) => `Port ${port} is taken. Choose another, as in PORT=${Number(port) + 1} npm start`,
  EACCES: (port) => `Port ${port} is not for us. Choose one above 1023, as in PORT=8080 npm start`,
  EADDRNOTAVAIL: () =>
    `There is no address ${process.env.HOST} on this machine. Unset HOST, or set it to 0.0.0.0.`,
}
