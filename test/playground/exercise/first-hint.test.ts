import { expect, it } from 'vitest'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { CheckReport, Trial } from '#playground/exercise/check-report.ts'
import { firstHint } from '#playground/exercise/first-hint.ts'

const first = {
  E0382: 'moved',
  E0505: 'borrowed',
  'no-code': 'syntax',
  'no-unsafe': 'no unsafe',
  tests: 'a test fails',
  boot: 'the boot fails',
  budget: 'too large',
  otherwise: 'begin again',
}

const error = (code?: string): Diagnostic => ({
  ...{ severity: 'error', message: '', spans: [], children: [], fixes: [] },
  ...(code !== undefined && { code }),
})
const warning: Diagnostic = { ...error('E0382'), severity: 'warning' }

const failingTest: Trial = { kind: 'ran', results: [{ name: 'a', passed: false, output: '' }] }
const passingTest: Trial = { kind: 'ran', results: [{ name: 'a', passed: true, output: '' }] }
const boot = (isQuiet: boolean): Trial => ({
  ...{ kind: 'booted', reports: [], ending: 'clean', console: '' },
  judgement: { expected: [], asked: [], tests: [], unasked: [], isQuiet },
})

type Report = Extract<CheckReport, { kind: 'report' }>

function checked(trial: Trial, broken: Diagnostic[] = []): Report {
  const rules = [{ rule: 'no-unsafe', broken } as const]
  return { kind: 'report', refused: [], budgets: [], rules, trial, solved: false }
}

function weighed(trial: Trial, holds: boolean): Report {
  return { ...checked(trial), budgets: [{ title: 'all', budget: 10, bytes: 20, holds }] }
}

interface Situation {
  target?: 'userspace' | 'kernel'
  expect?: string
  texts?: Record<string, string>
  diagnostics?: Diagnostic[]
  report?: Report
}

function hint({ texts = first, diagnostics = [], report, ...lesson }: Situation) {
  const hints = { first: texts, second: '', third: '', solution: '' }
  return firstHint({ hints, target: 'userspace', expect: 'E0382', ...lesson }, diagnostics, report)
}

it('is about the first error', () => {
  expect(hint({ diagnostics: [error('E0505'), error('E0382')] })).toBe('borrowed')
})

it('is about the first error that has a text', () => {
  expect(hint({ diagnostics: [error('E0001'), error('E0382')] })).toBe('moved')
})

it('knows errors without a code', () => {
  expect(hint({ diagnostics: [error()] })).toBe('syntax')
})

it('takes no notice of warnings', () => {
  expect(hint({ diagnostics: [warning, error('E0505')] })).toBe('borrowed')
})

it('is the one for all other cases where an error has no text', () => {
  expect(hint({ diagnostics: [error('E0001')] })).toBe('begin again')
})

it.each([
  ['tests', 'a test fails'],
  ['boot', 'the boot fails'],
  ['budget', 'too large'],
  ['E0382', 'begin again'],
])('is about what the start fails by (%s) where nothing is known to fail', (expected, text) => {
  const target = expected === 'tests' ? 'userspace' : 'kernel'
  expect(hint({ target, expect: expected })).toBe(text)
  expect(hint({ target, expect: expected, diagnostics: [warning] })).toBe(text)
})

it.each([
  ['userspace', failingTest, 'a test fails'],
  ['kernel', boot(false), 'the boot fails'],
] as const)('is about what tried the program once that failed: of target %s', (target, trial, text) => {
  expect(hint({ target, report: checked(trial) })).toBe(text)
})

it('is about too much code before a boot that fails, and about the boot where the code is small enough', () => {
  const small = { target: 'kernel', expect: 'budget' } as const
  expect(hint({ ...small, report: weighed(boot(true), false) })).toBe('too large')
  expect(hint({ ...small, report: weighed(boot(false), false) })).toBe('too large')
  expect(hint({ ...small, report: weighed(boot(false), true) })).toBe('the boot fails')
})

it('is about a test that failed before a broken rule, and about an error before both', () => {
  const report = checked(failingTest, [error()])
  expect(hint({ report })).toBe('a test fails')
  expect(hint({ report, diagnostics: [error('E0001')] })).toBe('a test fails')
  expect(hint({ report, diagnostics: [error('E0382')] })).toBe('moved')
})

it.each([
  ['the tests that passed', 'userspace', passingTest],
  ['the boot', 'kernel', boot(false)],
] as const)('is about a broken rule before %s', (_, target, trial) => {
  expect(hint({ target, report: checked(trial, [error()]) })).toBe('no unsafe')
})

it('takes no notice of a rule that holds', () => {
  expect(hint({ report: checked(passingTest) })).toBe('begin again')
})

it('goes by the compiler alone where no check gave a report', () => {
  expect(hint({ diagnostics: [error('E0382')] })).toBe('moved')
})

it('is empty where an exercise has no text for any of it', () => {
  expect(hint({ texts: {} })).toBe('')
})
