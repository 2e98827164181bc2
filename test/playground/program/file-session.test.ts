import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CompileRequest } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { createEditedFile } from '#playground/program/edited-file.ts'
import { createFileSession } from '#playground/program/file-session.ts'
import { createProgramSession } from '#playground/program/program-session.ts'
import { createRunSession } from '#playground/program/run-session.ts'
import { createView } from '#playground/program/view.ts'

beforeEach(() => void vi.stubGlobal('window', new EventTarget()))
afterEach(() => vi.unstubAllGlobals())

const inRing: Diagnostic = {
  ...{ severity: 'error', message: 'mismatched types', children: [], fixes: [] },
  spans: [
    {
      ...{ file: 'ring.rs', start: { line: 1, column: 1 }, end: { line: 1, column: 3 } },
      ...{ primary: true, label: 'expected `u8`' },
    },
  ],
}

/** A program of two files whose compiler finds fault with the second. */
function openProgram() {
  const requests: CompileRequest[] = []
  const compileClient: CompileClient = {
    async compile(request) {
      requests.push(request)
      const compiled = { toolchain: 'rustc 1.85.1', cached: false, milliseconds: 1, diagnostics: [inRing] }
      return { kind: 'result', result: { outcome: 'rejected', ...compiled } }
    },
  }
  const view = createView('main.rs')
  const toFile = (file: string, given: string) =>
    createEditedFile({ file, given, saved: undefined, shown: view.shown })
  const ring = toFile('ring.rs', 'fn turn() {}')
  const beside = signal({ 'ring.rs': ring.text.peek() })
  ring.text.subscribe((text) => (beside.value = { 'ring.rs': text }))
  const program = createProgramSession({
    ...{ edited: toFile('main.rs', 'mod ring;'), view, others: {}, beside, compileClient },
    aim: { target: 'userspace', language: 'rust', edition: '2024' },
    run: createRunSession({
      runner: { run: async () => ({ kind: 'exited', code: 0 }) },
      build: async () => ({ kind: 'no result', failure: { kind: 'outdated' } }),
      traceClient: { trace: async () => [] },
    }),
  })
  return { requests, program, ring: createFileSession(program, ring, view) }
}

it('What is told of a file stands in its code, and is only listed with the others', async () => {
  const { program, ring } = openProgram()
  await vi.waitUntil(() => program.check.value.kind === 'answered')
  expect(ring.navigator.stories.value[0]!.steps.map(({ isHere }) => isHere)).toEqual([true])
  expect(program.navigator.stories.value[0]!.steps.map(({ isHere }) => isHere)).toEqual([false])
  expect(ring.navigator.text.value).toBe('fn turn() {}')
  ring.end()
  program.end()
})

it('An edit of any file has all of them checked, with the edition', async () => {
  const { requests, program, ring } = openProgram()
  await vi.waitUntil(() => program.check.value.kind === 'answered')
  ring.text.value = 'fn turn() { }'
  await vi.waitUntil(() => requests.length === 2)
  expect(requests[1]).toMatchObject({
    edition: '2024',
    files: { 'main.rs': 'mod ring;', 'ring.rs': 'fn turn() { }' },
  })
  ring.end()
  program.end()
})
