import { machineSeconds } from '#protocol/machine-seconds.ts'
import { t } from '#i18n/t.ts'
import { countFailedCommands } from '#protocol/count-failed-commands.ts'
import { countFailedTests } from '../../exercise/count-failed-tests.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { type BootEnding, type BootLog, type BootState, logOf } from '../../program/boot-session.ts'
import { describeBoot } from '../../wording/describe-boot.ts'
import { describeRefusedBefore } from '../../wording/describe-run.ts'
import { Clock } from './clock.tsx'
import { Failure, isWaiting } from './failure.tsx'
import { SerialConsole } from './serial-console.tsx'
import './boot-console.css'

/** What a booted kernel wrote, and what came of it. */
export function BootConsole({ program, boot }: { program: ProgramSession; boot: BootState }) {
  const log = logOf(boot)
  const hasConsole = log && (log.console.rest !== '' || log.console.lines.length > 0)
  return (
    <>
      <RecordedBoot boot={boot} />
      <p class={`wb-status wb-run-${program.wasRefused.value ? 'calm' : toTone(boot)}`} role="status">
        {program.wasRefused.value ? describeRefusedBefore() : <WhatCame program={program} boot={boot} />}
      </p>
      {hasConsole && <SerialConsole program={program} log={log} />}
      <Facts boot={boot} />
    </>
  )
}

function WhatCame({ program, boot }: { program: ProgramSession; boot: BootState }) {
  return (
    <>
      <HowFar program={program} boot={boot} />
      {boot.kind === 'ended' && program.isChanged.value && ` ${t('The code has changed since.')}`}
    </>
  )
}

function HowFar({ program, boot }: { program: ProgramSession; boot: BootState }) {
  if (boot.kind === 'ended' && boot.ending.kind === 'no result')
    return <Failure failure={boot.ending.failure} button="Run" />
  const since = boot.kind === 'booting' ? boot.log.bootingSince : undefined
  return (
    <>
      {describeBoot(boot, program)}
      {since !== undefined && <Clock since={since} most={machineSeconds} />}
    </>
  )
}

function toTone(boot: BootState): 'calm' | 'failed' | 'crashed' | 'clean' {
  if (boot.kind !== 'ended') return 'calm'
  const tone = toToneOfEnd(boot.ending)
  return tone === 'clean' && hasFailed(boot.log) ? 'calm' : tone
}

/** A command or a test failed, of which the kernel has nothing to report: that may be what was wanted, but is no success. */
function hasFailed({ console }: BootLog): boolean {
  return countFailedCommands(console.lines) > 0 || countFailedTests(console) > 0
}

/** Nothing is wrong with what was stopped by the reader, or has to wait. */
function toToneOfEnd(ending: BootEnding) {
  if (ending.kind === 'no result' && isWaiting(ending.failure)) return 'calm'
  if (ending.kind === 'stopped' && ending.reason === 'reader') return 'calm'
  if (ending.kind !== 'finished') return 'failed'
  return ending.verdict === 'clean' ? 'clean' : 'crashed'
}

function RecordedBoot({ boot }: { boot: BootState }) {
  const recorded = boot.kind === 'ended' ? boot.recorded : undefined
  if (!recorded) return null
  return (
    <p class="wb-recorded">
      <strong>{t('Recorded on {kernel}.', { kernel: recorded.kernel })}</strong>{' '}
      <Failure failure={recorded.because} button="Run" />
    </p>
  )
}

/** Which kernel and compiler, and how long they took. */
function Facts({ boot }: { boot: BootState }) {
  if (boot.kind !== 'ended') return null
  const { log, ending, recorded } = boot
  const built = log.built && `${log.built.toolchain.split(', ')[0]}: ${describeBuild(log.built)}`
  const ran = ending.kind === 'finished' && `${ending.kernel}: ${toSeconds(ending.milliseconds)}`
  const facts = [built, ran].filter(Boolean)
  if (facts.length === 0) return null
  return <p class="wb-facts">{facts.join(' · ') + (recorded ? ` · ${t('recorded')}` : '')}</p>
}

/** No compiler is as quick as that. */
const leastMilliseconds = 5

/** The service builds the same code once. */
function describeBuild({ milliseconds }: { milliseconds: number }): string {
  return milliseconds < leastMilliseconds ? t('built before') : toSeconds(milliseconds)
}

function toSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
