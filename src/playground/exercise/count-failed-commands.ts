import type { BootLog } from '../program/boot-session.ts'

/** How many of the commands that a console tells of ended with another status than 0. */
export function countFailedCommands({ lines }: BootLog['console']): number {
  return lines.filter((line) => /^\[exit \d+\]\r?$/.test(line)).length
}
