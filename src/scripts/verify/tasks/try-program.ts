import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import type { LessonRunner } from '../runner/lesson-runner.ts'
import type { Run } from '../runner/run-program.ts'

/** What became of a userspace program: refused, or built and run to its end. */
export interface Tried {
  /** Of the check, or of the build where only that refuses it. */
  result: CompileResult
  action: 'check' | 'build'
  /** Absent where it was refused. */
  run?: Run
}

/** Checks a program, and builds and runs it where rustc accepts it. */
export async function tryProgram(runner: LessonRunner, files: SourceFiles): Promise<Tried> {
  const request = { target: 'userspace', language: 'rust', files } as const
  const checked = await runner.compile({ ...request, action: 'check' })
  if (checked.outcome !== 'accepted') return { result: checked, action: 'check' }
  const built = await runner.compile({ ...request, action: 'build' })
  if (built.outcome !== 'accepted' || !built.artifact) return { result: built, action: 'build' }
  return { result: checked, action: 'check', run: await runner.run(built.artifact) }
}

/** What a run wrote to its standard output. */
export function printedBy({ outputs }: Run): string {
  return outputs.flatMap(({ stream, text }) => (stream === 'stdout' ? text : [])).join('')
}

/** Says what became of a program in words that follow its name: `panics`. */
export function describeRun({ ending, outputs }: Run): string {
  if (ending.kind === 'stopped') return `is stopped (${ending.reason})`
  if (ending.kind === 'exited' && ending.code === 0) return 'runs to its end'
  const said = outputs
    .flatMap(({ stream, text }) => (stream === 'stderr' ? text : []))
    .join('')
    .trim()
  return `${toVerb(ending)}: ${said.split('\n').slice(0, 2).join(' ')}`
}

function toVerb(ending: Exclude<Run['ending'], { kind: 'stopped' }>): string {
  if (ending.kind === 'exited') return `ends with ${ending.code}`
  return ending.fault.kind === 'panic' ? 'panics' : `dies (${ending.fault.kind})`
}
