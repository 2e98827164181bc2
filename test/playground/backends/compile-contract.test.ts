import { parseRustcJson } from '#compiler-output/rustc-json/parse-rustc-json.ts'
import type { CompileRequest } from '#protocol/compile.ts'
import { createRecordedCompileClient } from '#playground/backends/compile/recorded-compile-client.ts'
import { createServiceCompileClient } from '#playground/backends/compile/service-compile-client.ts'
import { driverExercise } from '../driver-exercise.ts'
import { accepted, describeCompileClient, refused } from './compile-contract.ts'

const start = { 'main.rs': refused.source }
const diagnostics = parseRustcJson(refused.recorded, start)

describeCompileClient('the service', () =>
  createServiceCompileClient('http://service.example', (_, init = {}) => {
    init.signal?.throwIfAborted()
    const { files } = JSON.parse(init.body as string) as CompileRequest
    const isRefused = files['main.rs'] === refused.source
    const result = isRefused ? { outcome: 'rejected', diagnostics } : { outcome: 'accepted', diagnostics: [] }
    return Promise.resolve(
      Response.json({ ...result, toolchain: 'rustc 1.85.1', cached: false, milliseconds: 1 }),
    )
  }),
)

describeCompileClient('what was recorded', () =>
  createRecordedCompileClient({
    ...driverExercise,
    ...{ start, solution: { 'main.rs': accepted } },
    recorded: {
      ...driverExercise.recorded!,
      start: { outcome: 'rejected', action: 'check', diagnostics },
      solution: { outcome: 'accepted', action: 'lint', diagnostics: [] },
    },
  }),
)
