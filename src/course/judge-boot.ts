import { t, tn } from '#i18n/t.ts'
import type { Verdict } from '#protocol/boot.ts'
import type { SourceFiles, StopReason } from '#protocol/compile.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { type Ask, describeReportAsk, isAsked } from './boot-asks.ts'
import { type BootScript, type ExpectedText, findExpected, toPrinted } from './boot-script.ts'
import { type KtapTest, parseKtap } from './ktap/parse-ktap.ts'
import { namesOfTests, suitesOf } from './kunit-files.ts'

/** What came of a boot. */
export interface BootOutcome {
  console: string
  reports: KernelReport[]
  /** How the kernel ended, or why it was stopped. */
  ending: Verdict | StopReason
  /** Of the driver, as the reader has it. */
  files: SourceFiles
}

/** What a check asked of a boot, and what came of each. */
export interface BootJudgement {
  /** The lines that had to come. */
  expected: ExpectedText[]
  /** What else was asked, in words, such as that a text must not come. */
  asked: JudgedAsk[]
  /** The tests of which kernel and programs told. */
  tests: KtapTest[]
  /** The reports that nobody asked for. */
  unasked: KernelReport[]
  /** Whether the script came to its end, and the kernel had nothing to report that was not asked for. */
  isQuiet: boolean
}

/** What was asked of a boot besides lines, in words, and whether it holds. */
export interface JudgedAsk {
  ask: Ask
  says: string
  holds: boolean
}

/** Judges a boot by its script and, where there are any, by the lesson's KUnit tests, the text of `check/kunit.rs`. */
export function judgeBoot(script: BootScript, boot: BootOutcome, kunit?: string): BootJudgement {
  const tests = toTests(script, boot, kunit)
  const unasked = boot.reports.filter((report) => !isWanted(script.asks, report, boot))
  return {
    expected: findExpected(script, boot.console),
    asked: script.asks.map((ask) => judge(ask, boot, { tests, suites: suitesOf(kunit ?? '') })),
    tests,
    unasked,
    isQuiet: unasked.length === 0 && isEnd(boot),
  }
}

/** Whether everything holds. */
export function holdsAll({ expected, asked, tests, isQuiet }: BootJudgement): boolean {
  return (
    isQuiet &&
    expected.every(({ line }) => line !== undefined) &&
    asked.every(({ holds }) => holds) &&
    tests.every(({ result }) => result !== 'failed')
  )
}

/** A kernel that has reported what was asked for need not have been clean; one that died reported why. */
function isEnd({ ending, reports }: BootOutcome): boolean {
  return ending === 'clean' || (reports.length > 0 && (ending === 'reported' || ending === 'panicked'))
}

function isWanted(asks: Ask[], report: KernelReport, { files }: BootOutcome): boolean {
  return asks.some((ask) => ask.kind === 'report' && ask.comes && isAsked(ask, report, files))
}

/** A test of the lesson that no kernel told of did not come to its end; one that a line of the script asks for is that line. */
function toTests({ lines }: BootScript, { console }: BootOutcome, kunit: string | undefined): KtapTest[] {
  const asked = lines.flatMap(({ text }) => /^ok \d{1,6}(?: -)? (.+)$/.exec(text)?.[1] ?? [])
  const told = withoutRepeats(parseKtap(console)).filter(({ name }) => !asked.includes(name))
  const missing = namesOfTests(kunit ?? '').filter((name) => !told.some((test) => test.name === name))
  return [
    ...told,
    ...missing.map((name) => ({ suite: '', name, result: 'failed' as const, messages: ['it did not run'] })),
  ]
}

/** A module that is loaded twice tells of its tests twice; what failed once has failed. */
function withoutRepeats(tests: KtapTest[]): KtapTest[] {
  const keyOf = ({ suite, name }: KtapTest) => `${suite} ${name}`
  const worst = new Map<string, KtapTest>()
  for (const test of tests) {
    const before = worst.get(keyOf(test))
    if (!before || (test.result === 'failed' && before.result !== 'failed')) worst.set(keyOf(test), test)
  }
  return [...worst.values()]
}

interface Tests {
  tests: KtapTest[]
  /** The lesson's own; all others are the reader's. */
  suites: string[]
}

function judge(ask: Ask, { console, reports, files }: BootOutcome, { tests, suites }: Tests): JudgedAsk {
  switch (ask.kind) {
    case 'never':
      return {
        ask,
        says: t('the console does not show «{text}»', { text: ask.text }),
        holds: !toPrinted(console).some((line) => line.includes(ask.text)),
      }
    case 'code':
      return {
        ask,
        says: ask.comes
          ? t('the driver has a line with «{text}»', { text: ask.text })
          : t('the driver has no line with «{text}»', { text: ask.text }),
        holds: Object.values(files).some((file) => hasCode(file, ask.text)) === ask.comes,
      }
    case 'report': {
      const came = reports.some((report) => isAsked(ask, report, files))
      return { ask, says: describeReportAsk(ask), holds: came === ask.comes }
    }
    case 'tests': {
      const own = tests.filter(
        ({ suite, result }) => suite !== '' && !suites.includes(suite) && result === 'ok',
      )
      const says = tn(
        'at least one test of your own passed: {own}',
        'at least {count} tests of your own passed: {own}',
        { count: ask.least, own: own.length },
      )
      return { ask, says, holds: own.length >= ask.least }
    }
  }
}

/** A line that begins as a comment is none. */
function hasCode(file: string, text: string): boolean {
  return file.split('\n').some((line) => line.includes(text) && !line.trimStart().startsWith('//'))
}
