import '#protocol/zod-without-eval.ts'

export { BootEvent } from '#protocol/boot.ts'
export { CompileResult } from '#protocol/compile.ts'
export { InspectResult } from '#protocol/inspect.ts'
export { Problem } from '#protocol/problem.ts'
export { ShellEvent } from '#protocol/shell.ts'
export { Status } from '#protocol/status.ts'
export { TraceResult } from '#protocol/trace.ts'
