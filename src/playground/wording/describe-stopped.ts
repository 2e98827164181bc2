import { t } from '#i18n/t.ts'
import type { BootEnding } from '../program/boot-session.ts'

type Stopped = Extract<BootEnding, { kind: 'stopped' }>

/** Describes why a boot was stopped, in which line of its script, and what the kernel said of it, if anything. */
export function describeStopped({ reason, milliseconds, during }: Stopped, reports?: string): string {
  const stopped = describeStop(reason)
  if (reason === 'reader') return stopped
  if (!during) return reports ? `${stopped} ${reports}` : stopped
  const seconds = reason === 'time' && milliseconds ? Math.round(milliseconds / 1000) : undefined
  const where =
    seconds === undefined
      ? t('Stopped in line {line}: {command}.', during)
      : t('Stopped after {seconds} s in line {line}: {command}.', { seconds, ...during })
  return `${where} ${reports ?? adviceOn(reason)}`
}

function adviceOn(reason: Exclude<Stopped['reason'], 'reader'>): string {
  switch (reason) {
    case 'time':
      return t('Perhaps a loop does not end, or it waits for what never comes.')
    case 'memory':
      return t('It needed more memory than the machine has. Look for an allocation in a loop.')
    case 'output':
      return t('The console was flooded. Look for a print in a loop, or a read that never comes to an end.')
    case 'crash':
      return t('The machine itself died without a report. Press Run to try again.')
  }
}

/** Describes in a sentence why a boot was stopped. */
export function describeStop(reason: Stopped['reason']): string {
  switch (reason) {
    case 'reader':
      return t('Stopped.')
    case 'time':
      return t(
        'Stopped: it took too long, perhaps a loop that does not end or a lock that is never released.',
      )
    case 'memory':
      return t('Stopped: it needed more memory than the machine has. Look for an allocation in a loop.')
    case 'output':
      return t('Stopped: the console was flooded. Look for a print in a loop.')
    case 'crash':
      return t('Stopped: the machine itself died without a report. Press Run to try again.')
  }
}
