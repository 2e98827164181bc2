import type { ShellEnd, ShellEvent } from '#protocol/shell.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import { toCrash } from '#story/crash.ts'
import type { Context } from '../context.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { rootName, type Source } from '../source/source.ts'

/** Shows what happens in a shell as it comes. */
export function showShellEvent(context: Context, source: Source, event: ShellEvent) {
  const { progress, host } = context
  switch (event.kind) {
    case 'waiting':
      return progress.show(`Waiting for a kernel: ${event.ahead} ahead …`)
    case 'building':
      return progress.show(`Building ${rootName(source)} with ${compilerOf(source.language)} …`)
    case 'built':
    case 'rejected':
      printDiagnostics(context, source, { diagnostics: event.diagnostics, by: compilerOf(source.language) })
      return progress.show('Booting …')
    case 'output':
      progress.clear()
      return host.stdout.write(event.text)
    case 'report':
      host.stdout.write('\n')
      return printDiagnostics(context, source, {
        diagnostics: [toCrash(event.report)],
        by: 'kernel',
        around: 2,
      })
    case 'warning':
      return progress.say(`\n${warnings[event.why]} The shell ends in ${event.seconds} s unless you type.`)
    case 'ended':
      return event.why === 'left' ? undefined : progress.say(`\n${ends[event.why]}`)
    default:
      return undefined
  }
}

const warnings = { idle: 'Nobody has typed for a while.', others: 'Others wait for a kernel.' }

const ends: Record<Exclude<ShellEnd, 'left'>, string> = {
  panicked: 'The kernel panicked, and the shell with it.',
  time: 'The shell has ended: its time was over.',
  memory: 'The shell has ended: it needed more memory than it may have.',
  output: 'The shell has ended: it wrote more than anybody reads.',
  crash: 'The shell has ended: the machine itself died.',
  idle: 'The shell has ended: nobody typed.',
  others: 'The shell has ended: nobody typed, and others waited for a kernel.',
}
