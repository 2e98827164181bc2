import type { BootEnding } from '../program/boot-session.ts'

type Stopped = Extract<BootEnding, { kind: 'stopped' }>

/** Describes why a boot was stopped, in which line of its script, and what the kernel said of it, if anything. */
export function describeStopped({ reason, milliseconds, during }: Stopped, reports?: string): string {
  if (reason === 'reader') return stopped.reader
  if (!during) return reports ? `${stopped[reason]} ${reports}` : stopped[reason]
  const after = reason === 'time' && milliseconds ? ` after ${Math.round(milliseconds / 1000)} s` : ''
  return `Stopped${after} in line ${during.line}: ${during.command}. ${reports ?? advice[reason]}`
}

const advice: Record<Exclude<Stopped['reason'], 'reader'>, string> = {
  time: 'Perhaps a loop does not end, or it waits for what never comes.',
  memory: 'It needed more memory than the machine has. Look for an allocation in a loop.',
  output: 'The console was flooded. Look for a print in a loop, or a read that never comes to an end.',
  crash: 'The machine itself died without a report. Press Run to try again.',
}

/** Why a boot was stopped, as a sentence. */
export const stopped: Record<Stopped['reason'], string> = {
  reader: 'Stopped.',
  time: 'Stopped: it took too long, perhaps a loop that does not end or a lock that is never released.',
  memory: 'Stopped: it needed more memory than the machine has. Look for an allocation in a loop.',
  output: 'Stopped: the console was flooded. Look for a print in a loop.',
  crash: 'Stopped: the machine itself died without a report. Press Run to try again.',
}
