import type { BootCommand } from '#protocol/boot-command.ts'
import { toNumberedCommands } from '#protocol/boot-commands.ts'
import { withoutControl } from './console.ts'

/** The command that a script had come to, by what the console shows of each before it is done; undefined before the first. */
export function findRunning(script: string, console: string): BootCommand | undefined {
  const lines = console.split('\n')
  let [running, from]: [BootCommand | undefined, number] = [undefined, 0]
  for (const next of toNumberedCommands(script)) {
    const at = lines.indexOf(`# ${withoutControl(next.command)}`, from)
    if (at < 0) return running
    running = next
    from = at + 1
  }
  return running
}
