import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { announced } from '#playground/notices/announcements.ts'
import { createProgramSession } from '#playground/program/program-session.ts'
import type { CompileAnswer, CompileClient } from '#playground/backends/compile/compile-client.ts'
import { createRunSession } from '#playground/program/run-session.ts'
import { createEditedFile } from '#playground/program/edited-file.ts'
import { quietMilliseconds, speakVerdicts } from '#playground/workbench/speak-verdicts.ts'
import { createView } from '#playground/program/view.ts'

const refused: CompileAnswer = {
  kind: 'result',
  result: {
    outcome: 'rejected',
    toolchain: 'rustc',
    cached: false,
    milliseconds: 1,
    diagnostics: [
      {
        severity: 'error',
        code: 'E0425',
        message: 'cannot find value `x`',
        spans: [
          { file: 'main.rs', start: { line: 2, column: 1 }, end: { line: 2, column: 2 }, primary: true },
        ],
        children: [],
        fixes: [],
      },
    ],
  },
}
const accepted: CompileAnswer = {
  kind: 'result',
  result: { outcome: 'accepted', toolchain: 'rustc', cached: false, milliseconds: 1, diagnostics: [] },
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  announced.value = { sentence: '', count: 0 }
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('a verdict is spoken once the text has rested, in one sentence with its first error', async () => {
  const { end } = speak()
  await vi.advanceTimersByTimeAsync(quietMilliseconds - 10)
  expect(announced.value.sentence).toBe('')
  await vi.advanceTimersByTimeAsync(20)
  expect(announced.value.sentence).toBe(
    'rustc refuses this program: 1 error. E0425, line 2: cannot find value x.',
  )
  end()
})

it('nothing is spoken while the reader types', async () => {
  const { text, end } = speak()
  for (const letter of 'typing on') {
    text.value += letter
    await vi.advanceTimersByTimeAsync(600)
  }
  expect(announced.value.sentence).toBe('')
  end()
})

it('it is said when the errors are gone', async () => {
  const { text, end } = speak()
  await vi.advanceTimersByTimeAsync(quietMilliseconds + 10)
  text.value = 'good'
  await vi.advanceTimersByTimeAsync(quietMilliseconds + 500)
  expect(announced.value.sentence).toBe('rustc accepts this program.')
  end()
})

function speak() {
  const view = createView('main.rs')
  const compileClient: CompileClient = {
    compile: ({ files }) => Promise.resolve(files['main.rs'] === 'good' ? accepted : refused),
  }
  const edited = createEditedFile({ file: 'main.rs', given: 'bad', saved: undefined, shown: view.shown })
  const program = createProgramSession({
    ...{ edited, view, others: {}, compileClient },
    aim: { target: 'userspace', language: 'rust' },
    run: createRunSession({
      runner: { run: () => Promise.reject(new Error('not run')) },
      build: () => Promise.reject(new Error('not built')),
      traceClient: { trace: async () => [] },
    }),
  })
  const end = speakVerdicts(program)
  return { text: edited.text, end: () => (end(), program.end()) }
}
