import type { Host } from './host.ts'
import { createProgress, type Progress } from './output/progress.ts'
import { type ColourChoice, createStyle, type Style } from './output/style.ts'
import { createService, type Service } from './service.ts'

export const messageFormats = ['human', 'short', 'json'] as const
export type MessageFormat = (typeof messageFormats)[number]

/** Options that all commands have. */
export interface CommonOptions {
  service?: string
  messageFormat: MessageFormat
  color: ColourChoice
}

/** What a command works with. */
export interface Context {
  host: Host
  format: MessageFormat
  style: Style
  progress: Progress
  service: Service
  /** Writes a line to standard output. */
  print(text: string): void
  /** Writes an object as a line of JSON. */
  printJson(value: unknown): void
}

/** Makes the context of a command. Throws a `CommandFailure` for an address that is none. */
export function createContext(host: Host, { service, messageFormat, color }: CommonOptions): Context {
  const progress = createProgress(host.stderr)
  const print = (text: string) => (progress.clear(), host.stdout.write(`${text}\n`))
  return {
    ...{ host, progress, print },
    format: messageFormat,
    style: createStyle(host.stdout, host.env, color),
    service: createService(host, progress, service),
    printJson: (value) => print(JSON.stringify(value)),
  }
}
