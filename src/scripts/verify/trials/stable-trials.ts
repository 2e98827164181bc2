import type { Exercise } from '#course/exercise.ts'
import type { ProgramTrial, Trials } from '#playground/exercise/trials/trials.ts'
import { reportToSaid } from '../checks/lesson-checks.ts'
import { toStableBoot } from '../stable-boot.ts'

/** Leaves out what chance decides in a kernel: of a check its verdicts are left, of a boot what all its boots have in common. */
export function toStableTrials({ programs, ...others }: Trials, exercise: Exercise | undefined): object {
  const stable = Object.entries(programs).map(([name, trial]) => [name, toStable(trial, exercise!)])
  return { ...others, programs: Object.fromEntries(stable) }
}

function toStable({ check, boot, ...others }: ProgramTrial, exercise: Exercise): object {
  return {
    ...others,
    ...(check && { check: reportToSaid(check, exercise) }),
    ...(boot && { boot: toStableBoot(boot) }),
  }
}
