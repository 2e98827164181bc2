import type { BootEvent } from '#protocol/boot.ts'

type Stopped = Extract<BootEvent, { kind: 'stopped' }>

/** The last line of a console whose machine was stopped, as the shell says how a command ended. */
export function describeStop({ reason, milliseconds = 0, during }: Stopped): string {
  const after = reason === 'time' ? ` after ${Math.round(milliseconds / 1000)} s` : ''
  const where = during ? ` in line ${during.line}: ${during.command}` : ''
  return `[${why[reason]}${after}${where}]`
}

const why: Record<Stopped['reason'], string> = {
  time: 'stopped',
  memory: 'stopped for the memory that it took',
  output: 'stopped for all that it printed',
  crash: 'the machine died',
}
