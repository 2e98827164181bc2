import type { ProgramSession } from '../../program/program-session.ts'
import { type BootState, logOf } from '../../program/boot-session.ts'
import { describeBoot } from '../../wording/describe-boot.ts'
import { describeFailure } from '../../wording/describe-answer.ts'
import { SerialConsole } from './serial-console.tsx'
import './boot-console.css'

/** What a booted kernel wrote, and what came of it. */
export function BootConsole({ program, boot }: { program: ProgramSession; boot: BootState }) {
  const log = logOf(boot)
  const hasConsole = log && (log.console.rest !== '' || log.console.lines.length > 0)
  return (
    <>
      <RecordedBoot boot={boot} />
      <p class={`wb-status wb-run-${toTone(boot)}`} role="status">
        {describeBoot(boot, program)}
        {boot.kind === 'ended' && program.isChanged.value && ' The code has changed since.'}
      </p>
      {hasConsole && <SerialConsole program={program} log={log} />}
      <Facts boot={boot} />
    </>
  )
}

function toTone(boot: BootState): 'calm' | 'failed' | 'crashed' | 'clean' {
  if (boot.kind !== 'ended') return 'calm'
  if (boot.ending.kind !== 'finished') return 'failed'
  return boot.ending.verdict === 'clean' ? 'clean' : 'crashed'
}

function RecordedBoot({ boot }: { boot: BootState }) {
  const recorded = boot.kind === 'ended' ? boot.recorded : undefined
  if (!recorded) return null
  return (
    <p class="wb-recorded">
      <strong>Recorded on {recorded.kernel}.</strong> {describeFailure(recorded.because, 'Run')}
    </p>
  )
}

/** Which kernel and compiler, and how long they took. */
function Facts({ boot }: { boot: BootState }) {
  if (boot.kind !== 'ended') return null
  const { log, ending, recorded } = boot
  const built = log.built && `${log.built.toolchain.split(', ')[0]}: ${toSeconds(log.built.milliseconds)}`
  const ran = ending.kind === 'finished' && `${ending.kernel}: ${toSeconds(ending.milliseconds)}`
  const facts = [built, ran].filter(Boolean)
  if (facts.length === 0) return null
  return <p class="wb-facts">{facts.join(' · ') + (recorded ? ' · recorded' : '')}</p>
}

function toSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
