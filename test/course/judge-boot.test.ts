import { describe, expect, it } from 'vitest'
import type { KernelReport } from '#protocol/kernel-report.ts'
import { parseBootScript } from '#course/boot-script.ts'
import { type BootOutcome, holdsAll, judgeBoot } from '#course/judge-boot.ts'

const driver = 'int x;\nkfree(x);\nx = 1;\n'

/** Of freed memory that is used in line 3 and was freed in line 2. */
const report: KernelReport = {
  kind: 'kasan',
  title: 'BUG: KASAN: slab-use-after-free',
  text: '',
  spans: [spanAt(3, true), spanAt(2, false)],
}

const quiet: BootOutcome = {
  console:
    '# insmod driver.ko\n[    0.100000] ready\n# ./tool\n[    0.110000] 3 lines in all\n3 lines\n# rmmod driver\n',
  reports: [],
  ending: 'clean',
  files: { 'driver.rs': driver },
}

const reported: BootOutcome = { ...quiet, reports: [report], ending: 'reported' }

describe('what a check asks of a boot', () => {
  it('is that a command prints a line itself: what the kernel says, and another command, is not its own', () => {
    expect(holds('insmod driver.ko\n./tool\n#> 3 lines\nrmmod driver', quiet)).toBe(true)
    expect(holds('insmod driver.ko\n./tool\n#> 3 lines in all\nrmmod driver', quiet)).toBe(false)
    expect(holds('insmod driver.ko\n#> 3 lines\n./tool\nrmmod driver', quiet)).toBe(false)
  })

  it('is not that it prints the opposite', () => {
    const failed = { ...quiet, console: '# ./tool\nnot ok 1 it works\n' }
    expect(judgeBoot(parseBootScript('./tool\n#> ok 1'), failed).expected[0]).not.toHaveProperty('line')
  })

  it('is that a line does not come', () => {
    expect(holds('#! leaked', quiet)).toBe(true)
    expect(holds('#! 3 lines', quiet)).toBe(false)
  })

  it('is that the driver has some code', () => {
    expect(holds('#code kfree(x)', quiet)).toBe(true)
    expect(holds('#code fn unbind', quiet)).toBe(false)
    expect(holds('#no-code fn unbind', quiet)).toBe(true)
    expect(namedFailures('#no-code kfree(x)', quiet)).toEqual(['the driver has no line with «kfree(x)»'])
    const said = { ...quiet, files: { 'driver.rs': '    // fn unbind comes later\n' } }
    expect(namedFailures('#code fn unbind', said)).toEqual(['the driver has a line with «fn unbind»'])
  })

  it('is that the kernel has nothing to report', () => {
    expect(holds('#= ready', quiet)).toBe(true)
    expect(holds('#= ready', reported)).toBe(false)
    expect(holds('#= ready', { ...quiet, ending: 'time' })).toBe(false)
  })

  it('is that it reports something, and then nothing else', () => {
    expect(holds('#report kasan', reported)).toBe(true)
    expect(holds('#report kasan', quiet)).toBe(false)
    expect(holds('#report lockdep', reported)).toBe(false)
    const another = { ...report, kind: 'leak' as const }
    expect(holds('#report kasan', { ...reported, reports: [report, another] })).toBe(false)
  })

  it('is that it reports a line with some text, or does not', () => {
    expect(holds('#report kasan at kfree(', reported)).toBe(true)
    expect(holds('#report kasan at vfree(', reported)).toBe(false)
    expect(namedFailures('#no-report kasan at kfree(', reported)).toEqual([
      'the kernel does not report: kasan on a line with «kfree(»',
    ])
    expect(namedFailures('#no-report kasan at vfree(', reported)).toEqual([])
  })

  it('may be a kernel that dies, if that is what was asked', () => {
    const died: BootOutcome = { ...quiet, reports: [{ ...report, kind: 'panic' }], ending: 'panicked' }
    expect(holds('#report panic', died)).toBe(true)
    expect(holds('#no-report kasan', died)).toBe(false)
  })
})

describe('the tests of a boot', () => {
  const kunit =
    '#[kunit_tests(book)]\nmod tests {\n    #[test]\n    fn is_empty() {}\n    #[test]\n    fn is_full() {}\n}\n'
  const told = (lines: string[]) => ({
    ...quiet,
    console: ['KTAP version 1', ...lines].map((line) => `[    0.100000] ${line}`).join('\n'),
  })

  it('are all those of the lesson, and none fails', () => {
    const both = told(['# Subtest: book', 'ok 1 is_empty', 'ok 2 is_full'])
    expect(holds('insmod driver.ko', both, kunit)).toBe(true)
    const one = told(['# Subtest: book', 'ok 1 is_empty'])
    expect(holds('insmod driver.ko', one, kunit)).toBe(false)
    const failed = told(['# Subtest: book', 'ok 1 is_empty', 'not ok 2 is_full'])
    expect(holds('insmod driver.ko', failed, kunit)).toBe(false)
  })

  it('are told once of a module that is loaded twice, and have failed if they did once', () => {
    const once = ['KTAP version 1', '# Subtest: book', 'ok 1 is_empty', 'ok 2 is_full']
    const again = ['KTAP version 1', '# Subtest: book', 'not ok 1 is_empty', 'ok 2 is_full']
    const { tests } = judgeBoot(parseBootScript(''), told([...once, ...again]), kunit)
    expect(tests.map(({ name, result }) => [name, result])).toEqual([
      ['is_empty', 'failed'],
      ['is_full', 'ok'],
    ])
  })

  it('are not told again where a line of the script asks for them', () => {
    const suite = '# ./suite\nTAP version 13\n1..2\nok 1 reads back\nnot ok 2 - writes\n'
    const script = parseBootScript('./suite\n#> ok 1 reads back')
    const { expected, tests } = judgeBoot(script, { ...quiet, console: suite })
    expect(expected.map(({ line }) => line)).toEqual(['ok 1 reads back'])
    expect(tests.map(({ name, result }) => [name, result])).toEqual([['writes', 'failed']])
  })

  it('are as many of the reader’s own as are asked for', () => {
    const own = [
      '    KTAP version 1',
      '    # Subtest: book',
      '    ok 1 is_empty',
      '    ok 2 is_full',
      'ok 1 book',
    ]
    const mine = ['    KTAP version 1', '    # Subtest: mine', '    ok 1 mine', 'ok 2 mine']
    expect(holds('#tests 1', told([...own, ...mine]), kunit)).toBe(true)
    expect(holds('#tests 2', told([...own, ...mine]), kunit)).toBe(false)
    expect(holds('#tests 1', told(own), kunit)).toBe(false)
  })
})

describe('a line that begins as if it asked something', () => {
  it.each(['#report nonsense', '#reports kasan', '#tests many', '#=ok?', '#comment'])(
    'is a mistake: %s',
    (line) => {
      expect(parseBootScript(line).mistakes).toEqual(line.startsWith('#=') ? [] : [line])
    },
  )
})

function holds(script: string, boot: BootOutcome, kunit?: string): boolean {
  return holdsAll(judgeBoot(parseBootScript(script), boot, kunit))
}

function namedFailures(script: string, boot: BootOutcome): string[] {
  return judgeBoot(parseBootScript(script), boot).asked.flatMap((row) => (row.holds ? [] : row.says))
}

function spanAt(line: number, primary: boolean): KernelReport['spans'][number] {
  const start = { line, column: 1 }
  return { file: 'driver.rs', start, end: start, primary }
}
