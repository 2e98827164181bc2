import type { SourceFiles } from '#protocol/compile.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { retryWhileBusy } from '#playground/backends/compile/retry-while-busy.ts'
import type { ProvenExercise } from '#playground/backends/proven-exercise.ts'
import { checkDriver } from '#playground/exercise/check-driver.ts'
import { checkProgram } from '#playground/exercise/check-program.ts'
import type { CheckReport } from '#playground/exercise/check-report.ts'
import { CommandFailure } from '../command-failure.ts'
import type { Context } from '../context.ts'
import { describeStopped } from '../output/describe-stopped.ts'
import type { LessonExercise } from './load-lesson.ts'

/** What a check came to. */
export type LessonReport = Extract<CheckReport, { kind: 'report' }>

/** Checks a program as the lesson's page does, by the same functions. Throws a `CommandFailure` if there is no result. */
export async function checkLesson(
  { host, service, progress }: Context,
  exercise: LessonExercise,
  { files, signal }: { files: SourceFiles; signal: AbortSignal },
): Promise<LessonReport> {
  const { clients } = service
  const shared = {
    ...{ exercise: asPageHasIt(exercise), files, signal },
    compileClient: retryWhileBusy(withRendered(clients.compileClient)),
  }
  progress.show(`Checking ${exercise.slug} …`)
  const onPlace = (ahead: number | undefined) =>
    progress.show(ahead === undefined ? 'Checking in a kernel …' : `Waiting for a kernel: ${ahead} ahead …`)
  const report = await (exercise.target === 'kernel'
    ? checkDriver({
        ...shared,
        bootClient: clients.bootClient,
        inspectClient: clients.inspectClient,
        onPlace,
      })
    : checkProgram({ ...shared, runner: host.runner }))
  progress.clear()
  if (report.kind === 'no result') throw await service.toFailure(report.failure)
  if (report.kind === 'stopped') throw new CommandFailure(describeStopped('compiler', report.result.reason))
  return report
}

/** The checks use nothing of what is left out. */
function asPageHasIt(exercise: LessonExercise): ProvenExercise {
  return exercise as unknown as ProvenExercise
}

/** In a terminal rustc's own text is shown. */
function withRendered(client: CompileClient): CompileClient {
  return { compile: (request, signal) => client.compile({ ...request, rendered: true }, signal) }
}
