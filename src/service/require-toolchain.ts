import type { StageStatus } from '#protocol/status.ts'
import { notReady } from './http-problem.ts'

/** Gives the toolchain of a stage; throws an `HttpProblem` with status 503 while there is none. */
export function requireToolchain(stage: StageStatus): string {
  if (stage.state !== 'ready') throw notReady(stage)
  return stage.toolchain
}
