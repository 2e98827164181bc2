import type { Ending, Output, Program, Runner } from '../backends/runners/runner.ts'

/** Runs a program and collects what it writes. */
export async function runOnce(
  runner: Runner,
  program: Program,
  signal: AbortSignal,
): Promise<{ ending: Ending; outputs: Output[] }> {
  const outputs: Output[] = []
  const ending = await runner.run(program, { onOutput: (output) => outputs.push(output) }, signal)
  return { ending, outputs }
}
