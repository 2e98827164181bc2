import type { BootEvent } from '#protocol/boot.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import type { Context } from '../context.ts'
import { printDiagnostics } from '../output/print-diagnostics.ts'
import { toPrintable } from '../output/to-printable.ts'
import { rootName, type Source } from '../source/source.ts'
import { nameEvent } from './name-event.ts'

/** Keeps the events of a boot, and shows them as they come. */
export interface BootListener {
  events: BootEvent[]
  onEvent(event: BootEvent): void
}

/** Makes the listener of one boot. */
export function createBootListener(context: Context, source: Source): BootListener {
  const events: BootEvent[] = []
  return {
    events,
    onEvent(event) {
      // After a busy service the boot begins again.
      if (event.kind === 'waiting' || event.kind === 'building') events.length = 0
      events.push(event)
      if (context.format === 'json') context.printJson(nameEvent(event, source))
      else show(context, source, event)
    },
  }
}

function show(context: Context, source: Source, event: BootEvent) {
  const { progress, format, host } = context
  switch (event.kind) {
    case 'waiting':
      return progress.show(
        event.ahead === 0
          ? 'Waiting for a kernel: you are next …'
          : `Waiting for a kernel: ${event.ahead} ahead …`,
      )
    case 'building':
      return progress.show(`Building ${rootName(source)} with ${compilerOf(source.language)} …`)
    case 'built':
    case 'rejected':
      printDiagnostics(context, source, { diagnostics: event.diagnostics, by: compilerOf(source.language) })
      return event.kind === 'built' ? progress.show('Booting …') : undefined
    case 'console':
      progress.clear()
      if (format === 'human') host.stdout.write(toPrintable(event.text))
      return undefined
    default:
      return undefined
  }
}
