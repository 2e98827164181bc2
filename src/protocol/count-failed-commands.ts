/** How many of the commands that the lines of a console tell of ended with another status than 0. */
export function countFailedCommands(lines: string[]): number {
  return lines.filter((line) => /^\[exit \d+\]\r?$/.test(line)).length
}
