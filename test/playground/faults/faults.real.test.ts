import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { TraceResult } from '#protocol/trace.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import type { Ending } from '#playground/backends/runners/runner.ts'
import { runProgram } from '#playground/backends/runners/wasi-program.ts'
import { buildProgram } from '#playground/program/build-program.ts'
import { traceFault } from '#playground/program/trace-fault.ts'
import { toFaultDiagnostic } from '#story/fault.ts'
import { openRealSandbox, toolroomTimeout } from '../../service/real-toolroom.ts'
import { compileWith, createTestService, post, type TestService } from '../../service/test-service.ts'

const folder = join(import.meta.dirname, 'programs')
const programs = readdirSync(folder).filter((name) => name.endsWith('.rs'))
const { signal } = new AbortController()
let service: TestService

beforeAll(async () => {
  service = createTestService(await openRealSandbox())
}, toolroomTimeout)

const compileClient: CompileClient = {
  compile: async (request) => ({ kind: 'result', result: await compileWith(service, request) }),
}

const traceClient = {
  async trace(body: unknown) {
    return TraceResult.parse(await (await service.request('/api/trace', post(body))).json()).frames
  },
}

/** A new program is a new file; what is said of it is written by the first run, to be reviewed. */
it.each(programs)('says what ended %s, and on which line', { timeout: 30_000 }, async (name) => {
  const files = { 'main.rs': readFileSync(join(folder, name), 'utf8') }
  const built = await buildProgram(compileClient, { action: 'build', files }, signal)
  if (built.kind !== 'program') throw new Error(JSON.stringify(built))
  const { program } = built
  const ending: Ending = runProgram(program.module, { args: ['main'], onOutput() {} })
  if (ending.kind !== 'faulted') throw new Error(`it ended with ${JSON.stringify(ending)}`)
  const frames = await traceFault(traceClient, { fault: ending.fault, program }, signal)
  const { severity, message, spans, children } = toFaultDiagnostic(ending.fault, frames, files)
  const lines = spans.map(({ file, start, end, label = message }) => {
    const code = files['main.rs'].split('\n')[start.line - 1]!.slice(start.column - 1, end.column - 1)
    return `${file}:${start.line} «${code}» ${label}`
  })
  const text = [severity, ...lines, ...children.map(({ message }) => message)].join('\n')
  await expect(`${text}\n`).toMatchFileSnapshot(join(folder, name.replace('.rs', '.txt')))
  expect(text).not.toMatch(/out of bounds$|unreachable|RuntimeError/m)
})
