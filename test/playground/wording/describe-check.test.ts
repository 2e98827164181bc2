import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { CompileClient } from '#playground/backends/compile/compile-client.ts'
import { createEditedFile } from '#playground/program/edited-file.ts'
import { createProgramSession } from '#playground/program/program-session.ts'
import { createRunSession } from '#playground/program/run-session.ts'
import { createView } from '#playground/program/view.ts'
import { describeCheck } from '#playground/wording/describe-check.ts'
import { describeFollowers } from '#playground/wording/describe-followers.ts'
import { readDriver, readRecordedOf } from '../../story/drivers.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('what follows from an error is neither counted nor stepped through', async () => {
  const program = open('timer-of-6.15.rs')
  await vi.advanceTimersByTimeAsync(10)
  expect(program.diagnostics.value.length).toBe(13)
  expect(describeCheck(program)).toBe('rustc refuses this program: 5 errors.')
  expect(new Set(program.navigator.steps.value.map(({ story }) => story))).toEqual(new Set([0, 1, 2, 3, 4]))
  expect(describeFollowers(program.navigator.stories.value[0]!.followers)).toBe(
    '8 errors follow from this one',
  )
  program.end()
})

it('whoever asks Clippy about a program without a fault is told that it looked', async () => {
  const program = open('timer-of-6.15.rs', [])
  await vi.advanceTimersByTimeAsync(10)
  expect(describeCheck(program)).toBe('rustc accepts this program.')
  program.lint()
  await vi.advanceTimersByTimeAsync(10)
  expect(describeCheck(program)).toBe('rustc accepts this program, and Clippy has nothing to add.')
  program.end()
})

it('what Clippy says is told as Clippy’s', async () => {
  const program = open('timer-of-6.15.rs', [
    toMessage('warning', 'unused_variables'),
    toMessage('error', 'clippy::eq_op'),
    toMessage('warning', 'clippy::needless_bool'),
  ])
  program.lint()
  await vi.advanceTimersByTimeAsync(10)
  expect(describeCheck(program)).toBe('rustc accepts this program; 1 warning. Clippy: 1 error, 1 warning.')
  program.end()
})

it('whoever asks Clippy about a program that rustc refuses is told why Clippy says nothing', async () => {
  const program = open('timer-of-6.15.rs', [toMessage('error', 'E0425')])
  await vi.advanceTimersByTimeAsync(10)
  expect(describeCheck(program)).toBe('rustc refuses this program: 1 error.')
  program.lint()
  await vi.advanceTimersByTimeAsync(10)
  expect(describeCheck(program)).toBe(
    'rustc refuses this program: 1 error. Clippy needs a program that rustc accepts.',
  )
  program.end()
})

it('an error and a warning that follow are called messages, one of them by what it is', () => {
  const follower = { ...toFollower('error'), because: 'So it is.' }
  expect(describeFollowers([follower])).toBe('1 error follows from this one')
  expect(describeFollowers([follower, { ...follower, severity: 'warning' }])).toBe(
    '2 messages follow from this one',
  )
})

function toMessage(severity: 'error' | 'warning', code: string): Diagnostic {
  return { ...{ severity, code, message: 'x' }, spans: [], children: [], fixes: [] }
}

function toFollower(severity: 'error') {
  const nothing = { steps: [], links: [], notes: [], fixes: [], marks: [], renamed: [], followers: [] }
  return { source: 'rustc' as const, severity, message: 'x', ...nothing }
}

function open(name: string, diagnostics = readRecordedOf(name)) {
  const outcome = diagnostics.length > 0 ? 'rejected' : 'accepted'
  const compileClient: CompileClient = {
    compile: () =>
      Promise.resolve({
        kind: 'result',
        result: { outcome, toolchain: 'rustc', cached: false, milliseconds: 1, diagnostics },
      }),
  }
  const view = createView('driver.rs')
  return createProgramSession({
    edited: createEditedFile({
      file: 'driver.rs',
      given: readDriver(name),
      saved: undefined,
      shown: view.shown,
    }),
    ...{ view, others: {}, compileClient },
    aim: { target: 'kernel', language: 'rust' },
    run: createRunSession({
      runner: { run: () => Promise.reject(new Error('not run')) },
      build: () => Promise.reject(new Error('not built')),
      traceClient: { trace: async () => [] },
    }),
  })
}
