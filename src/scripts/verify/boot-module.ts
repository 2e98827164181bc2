import type { BootEvent, Verdict } from '#protocol/boot.ts'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { parseBootScript } from '#course/boot-script.ts'
import type { Exercise } from '#course/exercise.ts'
import type { RecordedBoot } from '#course/parts.ts'
import { consoleOf, reportsOf } from '#protocol/boot-events.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What came of a module and a script. */
export type Booted =
  | { kind: 'rejected'; diagnostics: Diagnostic[] }
  | { kind: 'stopped'; reason: string }
  | {
      kind: 'finished'
      verdict: Verdict
      warnings: Diagnostic[]
      reports: KernelReport[]
      console: string
      recorded: RecordedBoot
    }

/** One side of a lesson, and the commands that its machine is given. */
export interface Side {
  language: Language
  files: SourceFiles
  /** Text of a `boot.sh`. */
  script: string
}

/** Builds one side of a lesson, and gives a kernel the commands of a script. */
export async function bootModule(
  runner: LessonRunner,
  { variant, companions }: Exercise,
  { language, files, script }: Side,
): Promise<Booted> {
  const commands = parseBootScript(script).commands.join('\n')
  return toBooted(await runner.boot({ language, variant, files, ...companions, script: commands }))
}

function toBooted(events: BootEvent[]): Booted {
  const last = events.at(-1)
  if (last?.kind === 'rejected') return { kind: 'rejected', diagnostics: last.diagnostics }
  if (last?.kind === 'stopped') return { kind: 'stopped', reason: last.reason }
  if (last?.kind !== 'finished') throw new Error(`a boot ended with «${last?.kind}»`)
  return {
    kind: 'finished',
    verdict: last.verdict,
    warnings: events.flatMap((event) => (event.kind === 'built' ? event.diagnostics : [])),
    reports: reportsOf(events),
    console: consoleOf(events),
    recorded: { kernel: last.kernel, events },
  }
}

/** Gives the boot as `recorded.json` has it; undefined of one that did not come to its end. */
export function toRecordedBoot(booted: Booted): RecordedBoot | undefined {
  return booted.kind === 'finished' ? booted.recorded : undefined
}
