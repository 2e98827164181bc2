import type { RecordedBoot, RecordedResult } from '#course/parts.ts'
import type { Sizes } from '#course/kinds/measure/measured.ts'
import type { Ending, Output } from '../../backends/runners/runner.ts'
import type { CheckReport } from '../check-report.ts'
import type { RanReport } from '../check-task.ts'

/** `trials.json`: what came of trying the programs of a lesson when it was last proven. `verify` writes it; it is loaded where no service answers. */
export interface Trials {
  /** The compiler, such as `rustc 1.85.1`. */
  toolchain: string
  /** Of the exercise: `start`, `solution`, and `wrong/` with the name of a known wrong answer. */
  programs: Record<string, ProgramTrial>
  /** The start and the solution of each task that is edited, by its name. */
  tasks: Record<string, TaskTrial[]>
}

/** What buttons show of an unmodified program, besides what `recorded.json` has; each is absent where it would show nothing. */
export interface ProgramTrial {
  check?: Extract<CheckReport, { kind: 'report' }>
  /** Of a program in user space that can be built. */
  run?: RecordedRun
  /** Of a driver, under `boot.sh`. */
  boot?: RecordedBoot
  /** Of a lesson that measures. */
  sizes?: Sizes
}

/** What a program wrote, with nothing to read, and how it ended. */
export interface RecordedRun {
  outputs: Output[]
  ending: Ending
}

/** What is said of one version of a task. */
export interface TaskTrial {
  /** The program as it stands in the editor. */
  source: string
  result: RecordedResult
  report: RanReport
}
