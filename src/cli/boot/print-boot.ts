import type { BootEvent } from '#protocol/boot.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'
import { countFailedCommands } from '#protocol/count-failed-commands.ts'
import { parseBootScript } from '#course/boot-script.ts'
import { holdsAll, judgeBoot } from '#course/judge-boot.ts'
import { toCrash } from '#story/crash.ts'
import type { Context } from '../context.ts'
import type { Verdict } from '../lesson/verdict.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { rootName, type Source } from '../source/source.ts'
import { toBootVerdicts } from './to-boot-verdicts.ts'

/** A boot that has come to its end. */
export interface Booted {
  events: BootEvent[]
  /** With what was asked of it. */
  script: string
  story?: boolean | undefined
}

/** Prints what the kernel reported and what came of the boot; says whether all of it was fine. */
export function printBoot(context: Context, source: Source, { events, script, story }: Booted): boolean {
  const reports = reportsOf(events)
  const last = events.at(-1)
  const { isFine, verdicts } = judge(events, script, source)
  if (context.format === 'json') {
    context.printJson({ kind: 'result', file: rootName(source), outcome: outcomeOf(last), isFine, verdicts })
    return isFine
  }
  if (context.format === 'human' && events.some(({ kind }) => kind === 'console')) context.print('')
  printDiagnostics(context, source, { diagnostics: reports.map(toCrash), by: 'kernel', story, around: 2 })
  for (const { name, why } of verdicts.filter(({ holds }, index) => !holds && index < verdicts.length - 1))
    context.print(`✗ ${name}${why ? `: ${why}` : ''}`)
  const verdict = context.style.paint(isFine ? 'good' : 'error', describe(last, reports.length))
  context.print(`${rootName(source)}: ${verdict}${describeFailed(consoleOf(events))}${detailsOf(last)}`)
  return isFine
}

/** What was asked comes before that the kernel has nothing to report. */
function judge(
  events: BootEvent[],
  script: string,
  { files }: Source,
): { isFine: boolean; verdicts: Verdict[] } {
  const last = events.at(-1)
  if (last?.kind !== 'finished' && last?.kind !== 'stopped') return { isFine: false, verdicts: [] }
  const ending = last.kind === 'finished' ? last.verdict : last.reason
  const boot = { console: consoleOf(events), reports: reportsOf(events), ending, files }
  const judgement = judgeBoot(parseBootScript(script), boot)
  return { isFine: holdsAll(judgement), verdicts: toBootVerdicts(judgement, ending) }
}

function outcomeOf(last: BootEvent | undefined): string {
  if (last?.kind === 'finished') return last.verdict
  return last?.kind ?? 'stopped'
}

function describe(last: BootEvent | undefined, reports: number): string {
  if (last?.kind === 'rejected') return 'refused, so there was nothing to boot'
  if (last?.kind === 'stopped') {
    const { during, reason } = last
    const where = during ? ` Line ${during.line} of the script was running: ${during.command}` : ''
    return `${describeStopped(last.milliseconds === undefined ? 'compiler' : 'kernel', reason)}${where}`
  }
  const count = `${reports} report${reports === 1 ? '' : 's'} of the kernel`
  if (last?.kind === 'finished' && last.verdict === 'panicked') return `${count}, and it panicked`
  return reports > 0 ? count : 'the kernel had nothing to report'
}

/** A script may mean a command to fail, so it is only told. */
function describeFailed(console: string): string {
  const count = countFailedCommands(console.split('\n'))
  return count === 0 ? '' : `; ${count} command${count === 1 ? '' : 's'} failed`
}

function detailsOf(last: BootEvent | undefined): string {
  if (last?.kind !== 'finished') return ''
  return ` (${last.kernel}, ${(last.milliseconds / 1000).toFixed(2)} s)`
}
