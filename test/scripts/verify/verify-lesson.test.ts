import { describe, expect, it } from 'vitest'
import { Recorded } from '#course/parts.ts'
import { readCourse } from '#course/read-course.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { verifyLesson } from '#scripts/verify/verify-lesson.ts'
import { folder, head } from '../../course/lesson-files.ts'
import { agreeingChecks, createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'
import { changed, kernelText, provenKernelLesson, provenLesson } from './proven-lesson.ts'

describe('a lesson that keeps its promises', () => {
  it('is proven', async () => {
    const { proofs } = await verify(provenLesson())
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(proofs.length).toBeGreaterThan(20)
  })

  it('is recorded with what was seen', async () => {
    const { recorded } = await verify(provenLesson())
    expect(recorded).toMatchObject({
      toolchain: 'rustc 1.85.1',
      kernel: '7.3.4',
      start: { outcome: 'rejected', action: 'check', diagnostics: [{ code: 'E0505' }] },
      solution: { outcome: 'accepted', diagnostics: [] },
      tests: ['holds', 'frees'],
      sources: { 'mm/slub.c#L2-L3': { spdx: 'GPL-2.0', text: '\tline 2\n\tline 3' } },
    })
    expect(Object.keys(recorded.wrong)).toHaveLength(3)
  })

  it('is recorded with what it counts in the tree', async () => {
    const { proofs, recorded } = await verify(
      provenLesson({
        'lesson.mdx': changed('<Source of', '<Count of="lines" /> lines.\n\n<Source of'),
        'counts.yaml': 'lines: echo 9\n',
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(recorded.counts).toEqual({ lines: '9' })
  })

  it('may promise an error that only code generation gives', async () => {
    const { proofs, recorded } = await verify(
      provenLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: arithmetic_overflow'),
        'start/main.rs': '// build error arithmetic_overflow\n//@ end\n',
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(recorded.start).toMatchObject({ outcome: 'rejected', action: 'build' })
  })

  it('may have a start that compiles and fails a test', async () => {
    const { proofs } = await verify(
      provenLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: tests'),
        'start/main.rs': '// fails holds\n//@ end\n',
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
  })
})

describe('what follows an exercise', () => {
  const transfer = (start: string, solution: string) => ({
    [`${folder}/transfer.yaml`]: JSON.stringify({
      tasks: [{ name: 'again', ask: 'repair', refused: 'E0505', start, solution, prints: 'ok', why: 'So.' }],
    }),
  })
  const mistakesOf = async (changes: Record<string, string>) => {
    const { proofs } = await verify({ ...provenLesson(), ...changes })
    return proofs.flatMap(({ mistake }) => mistake ?? [])
  }

  it('is proven as the tasks of a drill are, and recorded', async () => {
    const files = transfer('// error E0505\n', '// prints ok\n')
    expect(await mistakesOf(files)).toEqual([])
    const { recorded } = await verify({ ...provenLesson(), ...files })
    expect(recorded).toMatchObject({ tasks: { again: { outcome: 'rejected' } } })
  })

  it('is not proven where its start is a solution', async () => {
    const mistakes = await mistakesOf(transfer('// prints ok\n', '// prints ok\n'))
    expect(mistakes.join()).toMatch(/transfer\.yaml, task «again»: the start is a solution already/)
  })
})

describe('a driver whose bug is fixed', () => {
  const fix = (line: string) => ({
    [`${folder}/c/fixed.patch`]: `--- c/driver.c\n+++ c/fixed.c\n@@ -1,1 +1,1 @@\n-kfree(buf);\n+${line}\n`,
  })

  it('runs clean', async () => {
    const { proofs } = await verify({ ...provenLesson(), ...fix('// prints fine') })
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
  })

  it('is refused where it still makes the kernel report something', async () => {
    const { proofs } = await verify({ ...provenLesson(), ...fix('// reports kasan driver.c') })
    expect(proofs.flatMap(({ mistake }) => mistake ?? []).join()).toMatch(
      /fixed\.patch makes the kernel report/,
    )
  })
})

describe('a SAFETY comment', () => {
  const solution = { 'solution/main.rs': '// lint clippy::undocumented_unsafe_blocks\nfn main() {}\n' }

  it('need not be in a userspace program', async () => {
    const { proofs } = await verify(provenLesson(solution))
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
  })

  it('is missed there if the lesson asks for it', async () => {
    const rules = { 'lesson.mdx': changed('[no-unsafe]', '[no-unsafe, safety-comments]') }
    const { proofs } = await verify(provenLesson({ ...solution, ...rules }))
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([
      expect.stringMatching(/^\S*solution\/main\.rs is not clean.*\n.*undocumented_unsafe_blocks/),
    ])
  })
})

describe('a kernel lesson that keeps its promises', () => {
  it('is proven', async () => {
    const { proofs } = await verify(provenKernelLesson())
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(proofs.map(({ claim }) => claim)).toEqual(
      expect.arrayContaining([
        'driver gives kasan',
        'solution passes the check',
        'wrong/boot-hangs.rs gives boot',
      ]),
    )
  })

  it('is recorded with the boots of both sides', async () => {
    const { recorded } = await verify(provenKernelLesson())
    expect(recorded.toolchain).toBe('rustc 1.85.1, Linux 7.3.4')
    expect(recorded.boots).toMatchObject({
      c: { kernel: 'Linux 7.3.4 with kasan' },
      run: { events: expect.arrayContaining([expect.objectContaining({ verdict: 'clean' })]) },
      solution: { events: expect.arrayContaining([expect.objectContaining({ verdict: 'clean' })]) },
    })
    expect(recorded.boots).not.toHaveProperty('start')
  })

  it('may have a start that compiles and fails its boot, which is recorded', async () => {
    const { proofs, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: boot\nvariant: lockdep', kernelText),
        'start/driver.rs': '// prints loaded\n// reports lockdep driver.rs\n//@ end\n',
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(recorded.boots.start).toMatchObject({ kernel: 'Linux 7.3.4 with lockdep' })
  })

  it('may promise a lint, which is recorded with where it points', async () => {
    const lint = 'clippy::undocumented_unsafe_blocks'
    const { proofs, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', `expect: ${lint}`, kernelText),
        'start/driver.rs': `// lint ${lint}\n//@ end\n`,
        'hints.yaml': provenHints(lint),
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(recorded.start).toMatchObject({
      outcome: 'accepted',
      action: 'lint',
      diagnostics: [{ code: lint }],
    })
  })

  it('may promise an error without a code that comes late', async () => {
    const { proofs, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: no-code', kernelText),
        'start/driver.rs': '// build error -\n//@ end\n',
      }),
    )
    expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
    expect(recorded.start).toMatchObject({ outcome: 'rejected', action: 'build' })
  })
})

function provenHints(code: string): string {
  const first = `{ ${code}: a, E0382: b, no-unsafe: c, boot: d, no-code: e, otherwise: e }`
  return `first: ${first}\nsecond: a\nthird: b\nsolution: c\n`
}

describe('a broken promise of a kernel lesson is told too', () => {
  const cases: [what: string, changes: Record<string, string>, says: RegExp][] = [
    [
      'the driver does not compile',
      { 'c/driver.c': '// error -\n//@ end\n' },
      /c\/driver\.c does not become a module\. C in a lesson compiles; fix these:\n {2}line 1: /,
    ],
    [
      'the driver warns',
      { 'c/driver.c': '// reports kasan\n// prints freed\n// warning -Wunused\n//@ end\n' },
      /c\/driver\.c is not clean\. Fix these:\n {2}line 1: message of -Wunused/,
    ],
    [
      'the driver hangs',
      { 'c/driver.c': '// hangs\n//@ end\n' },
      /c\/driver\.c under boot\.sh is stopped \(time\)\. Let the script come to its end/,
    ],
    [
      'the driver runs clean',
      { 'c/driver.c': '// prints freed\n//@ end\n' },
      /runs clean under boot\.sh, but lesson\.mdx promises «crash: kasan»/,
    ],
    [
      'the driver crashes otherwise',
      { 'c/driver.c': '// prints freed\n// reports oops\n// reports kasan\n//@ end\n' },
      /report «BUG: oops in .*» \(oops\), but lesson\.mdx promises «crash: kasan»/,
    ],
    [
      'the driver has no part in its crash',
      { 'c/driver.c': '// prints freed\n// reports kasan mm/slub.c\n//@ end\n' },
      /names no line of the driver/,
    ],
    [
      'the driver crashes, which nobody promised',
      { 'lesson.mdx': changed('crash: kasan\n', '', kernelText) },
      /«BUG: kasan in .*» \(kasan\), but lesson\.mdx promises no crash\. Add «crash»/,
    ],
    [
      'the start passes the boot it should fail',
      {
        'lesson.mdx': changed('expect: E0505', 'expect: boot', kernelText),
        'start/driver.rs': '// prints loaded\n//@ end\n',
      },
      /start\/driver\.rs passes check\/boot\.sh, but lesson\.mdx promises that it fails its boot/,
    ],
    [
      'the start is built only in the lesson’s words',
      {
        'lesson.mdx': changed('expect: E0505', 'expect: boot', kernelText),
        'start/driver.rs': '// build error E0080\n//@ end\n',
      },
      /start\/driver\.rs is not built:\n {2}line 1: .*\(E0080\)/,
    ],
    [
      'the solution does not say what it should',
      { 'solution/driver.rs': 'fn init() {}\n' },
      /solution\/driver\.rs fails check\/boot\.sh.*\n {2}the console does not show «loaded»/,
    ],
    [
      'the solution makes the kernel report',
      { 'solution/driver.rs': '// prints loaded\n// reports warning driver.rs\n' },
      /fails check\/boot\.sh.*\n {2}the kernel reports «BUG: warning[^]*under boot\.sh makes the kernel report/,
    ],
    [
      'the solution lacks a SAFETY comment',
      { 'solution/driver.rs': '// prints loaded\n// lint clippy::undocumented_unsafe_blocks\n' },
      /solution\/driver\.rs is not clean.*\n.*undocumented_unsafe_blocks/,
    ],
    [
      'a wrong answer passes',
      { 'wrong/boot-says-nothing.rs': '// prints loaded\n' },
      /wrong\/boot-says-nothing\.rs passes check\/boot\.sh\. Add a command or a «#=»/,
    ],
    [
      'a wrong answer is for tests',
      { 'wrong/tests-none.rs': '\n' },
      /wrong\/tests-none\.rs promises «tests», which a lesson of target kernel does not have/,
    ],
    [
      'a console did not come so',
      { 'lesson.mdx': changed('freed at', 'used at', kernelText) },
      /lesson\.mdx:\d+: no boot of this lesson shows «used at …» where the block has it/,
    ],
    [
      'a console came in another order',
      { 'lesson.mdx': changed('# insmod driver.ko\n[', '# rmmod driver\n# insmod driver.ko\n[', kernelText) },
      /no boot of this lesson shows «# insmod driver\.ko»/,
    ],
    [
      'C in the text is no module',
      { 'lesson.mdx': changed('int loaded;', '// error -', kernelText) },
      /lesson\.mdx:\d+: the C is refused with no-code[^]*it compiles without a warning/,
    ],
    [
      'Rust in the text is no module’s',
      { 'lesson.mdx': changed('pr_info!("loaded");', '// error E0425', kernelText) },
      /the code block is refused with E0425.*write «rust fails=E0425»/,
    ],
  ]

  it.each(cases)('%s', async (_what, changes, says) => {
    const { proofs } = await verify(provenKernelLesson(changes))
    const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
    expect(mistakes.join('\n')).toMatch(says)
    expect(mistakes.every((mistake) => mistake.startsWith(folder))).toBe(true)
  })
})

describe('a broken promise is told with the file and the next step', () => {
  const cases: [what: string, changes: Record<string, string>, says: RegExp][] = [
    [
      'start compiles',
      { 'start/main.rs': 'fn main() {} //@ end\n' },
      /start\/main\.rs compiles, but lesson\.mdx promises E0505\. Bring the mistake back, or change «expect»/,
    ],
    [
      'start gives a second error',
      { 'start/main.rs': '// error E0505\n// error E0308\n//@ end' },
      /is refused with E0505, E0308, but lesson\.mdx promises E0505/,
    ],
    [
      'start passes the tests it should fail',
      { 'lesson.mdx': changed('expect: E0505', 'expect: tests'), 'start/main.rs': '//@ end\n' },
      /passes every test, but lesson\.mdx promises that it fails a test/,
    ],
    [
      'the solution is refused',
      { 'solution/main.rs': '// error E0502\n' },
      /solution\/main\.rs is refused with E0502\. Fix it/,
    ],
    [
      'the solution warns',
      { 'solution/main.rs': '// warning dead_code\n' },
      /is not clean\. Fix these:\n {2}line 1: message of dead_code \(dead_code\)/,
    ],
    [
      'the solution is not formatted',
      { 'solution/main.rs': '// unformatted\n' },
      /not as rustfmt has it\. Change it as follows:\n-a\n\+b/,
    ],
    [
      'the solution breaks a rule',
      { 'solution/main.rs': '// lint unsafe_code\n' },
      /solution\/main\.rs is not clean.*\n.*unsafe_code/,
    ],
    [
      'clippy has something to say',
      { 'solution/main.rs': '// lint clippy::needless_return\n' },
      /clippy::needless_return/,
    ],
    [
      'the solution fails a test',
      { 'solution/main.rs': '// fails holds\n' },
      /fails tests of check\/tests\.rs.*\n {2}holds: assertion failed/,
    ],
    ['there is no test', { 'check/tests.rs': '// none\n' }, /finds no #\[test\] in check\/tests\.rs/],
    [
      'a wrong answer gives another error',
      { 'wrong/E0382-too-late.rs': '// error E0502\n' },
      /wrong\/E0382-too-late\.rs is refused with E0502, not with E0382\. Rename it/,
    ],
    [
      'a wrong answer is right',
      { 'wrong/tests-leaks.rs': '\n' },
      /wrong\/tests-leaks\.rs passes every test\. Add a test/,
    ],
    [
      'a wrong answer for the tests does not compile',
      { 'wrong/tests-leaks.rs': '// error E0502\n' },
      /is refused with E0502 together with check\/tests\.rs, where it should compile/,
    ],
    [
      'a wrong answer keeps its rule',
      { 'wrong/no-unsafe-pointer.rs': '\n' },
      /does not break no-unsafe\. Rename it/,
    ],
    [
      'a wrong answer breaks two rules',
      {
        'lesson.mdx': changed('[no-unsafe]', '[no-unsafe, no-indexing]'),
        'wrong/no-unsafe-pointer.rs': '// lint unsafe_code\n// lint clippy::indexing_slicing\n',
      },
      /breaks more than no-unsafe \(clippy::indexing_slicing\)/,
    ],
    [
      'a wrong answer breaks a rule that is none',
      { 'wrong/no-panic-at-all.rs': '// lint clippy::panic\n' },
      /Add no-panic to its «rules»/,
    ],
    [
      'a wrong answer has a name that says nothing',
      { 'wrong/Late.rs': '// error E0382\n' },
      /wrong\/Late\.rs does not say what it gives\. Begin its name/,
    ],
    [
      'a code block does not compile',
      { 'lesson.mdx': changed('let a = 1;', '// error E0308') },
      /lesson\.mdx:\d+: the code block is refused with E0308, but its fence says that it compiles.*write «rust fails=E0308»/,
    ],
    [
      'a code block compiles',
      { 'lesson.mdx': changed('// error E0382', 'let b = 2;') },
      /the code block compiles, but its fence says that it is refused with E0382/,
    ],
    [
      'a source does not exist',
      { 'lesson.mdx': changed('sources: [mm/slub.c#L2-L3]', 'sources: [mm/slub.c#L2-L3, mm/slub.c#L9-L10]') },
      /names mm\/slub\.c#L9-L10, which Linux 7\.3\.4 does not have/,
    ],
    [
      'a source is shown and not listed',
      { 'lesson.mdx': changed('of="mm/slub.c#L2-L3"', 'of="mm/slub.c#L5"') },
      /shows <Source of="mm\/slub\.c#L5">, which its «sources» do not list/,
    ],
    [
      'a quotation does not stand so',
      { 'lesson.mdx': changed('line 3\n```', 'line three\n```') },
      /the quotation does not stand so in mm\/slub\.c#L2-L4.*Copy the lines again/,
    ],
    [
      'a wrong answer has no hint',
      { 'hints.yaml': 'first: { E0505: a, otherwise: e }\nsecond: a\nthird: b\nsolution: c\n' },
      /hints\.yaml has no first hint for E0382, which the start or a wrong answer gives\. Add one/,
    ],
    ['the notes are empty', { 'notes.md': 'Later.\n' }, /notes\.md is nearly empty\. Say how long/],
    ['the pair is missing', { 'lesson.mdx': changed('<Pair />', '') }, /has <Pair> 0 times/],
    [
      'there are two predictions',
      { 'lesson.mdx': changed('<Predict>', '<Predict />\n\n<Predict>') },
      /has <Predict> 2 times/,
    ],
    [
      'a component does not exist',
      { 'lesson.mdx': changed('<Pair />', '<Pair />\n\n<Pears />') },
      /uses <Pears>, which no page of this kind provides/,
    ],
    [
      'the text is short',
      { 'lesson.mdx': `${head}\n<Pair />\n<Predict />\nShort.\n` },
      /has 1 words\. A lesson of this kind has 300 to 700: say what is missing/,
    ],
    [
      'a link leads nowhere',
      { 'lesson.mdx': changed('(/)', '(/ownership/nowhere/)') },
      /links to \/ownership\/nowhere\/, where nothing is/,
    ],
    [
      'a count has no command',
      { 'lesson.mdx': changed('<Source of', '<Counted of="lines files" />\n\n<Source of') },
      /shows the count «files», which its counts\.yaml does not have/,
    ],
    [
      'a count cannot be made',
      { 'counts.yaml': 'lines: wc -l nothing\n' },
      /counts\.yaml: the command of «lines» fails or prints nothing/,
    ],
    [
      'a lesson comes after none',
      { 'lesson.mdx': changed('rules:', 'after: [ownership/nowhere]\nrules:') },
      /comes after ownership\/nowhere, but no lesson before it/,
    ],
    [
      'a lesson comes after itself',
      { 'lesson.mdx': changed('rules:', 'after: [ownership/borrow-deadline]\nrules:') },
      /no lesson before it is called so/,
    ],
  ]

  it.each(cases)('%s', async (_what, changes, says) => {
    const { proofs } = await verify(provenLesson(changes))
    const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
    expect(mistakes.join('\n')).toMatch(says)
    expect(mistakes.every((mistake) => mistake.startsWith(folder))).toBe(true)
  })

  it('a program stops the compiler', async () => {
    const files = provenLesson({ 'start/main.rs': '// stops time\n//@ end\n' })
    await expect(verify(files)).rejects.toThrow(
      /start\/main\.rs stops the compiler \(time\)\. Make it smaller/,
    )
  })
})

async function verify(files: Record<string, string>) {
  const pages = { slugs: ['ownership/borrow-deadline'], codes: ['E0505'] }
  const parts = { runner: createFakeLessonRunner(), tree: fakeTree, checks: agreeingChecks }
  const context = { ...parts, pages, glossary: readGlossary(files) }
  const { proofs, recorded } = await verifyLesson(
    context,
    readCourse(files)[0]!.lessons[0]!,
    files[`${folder}/lesson.mdx`]!,
  )
  return { proofs, recorded: Recorded.parse(recorded) }
}
