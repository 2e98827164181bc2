import { describe, expect, it } from 'vitest'
import { readCourse } from '#course/read-course.ts'
import { verifyLesson } from '#cli/verify/verify-lesson.ts'
import { folder, head } from '../../course/lesson-files.ts'
import { createFakeWorkshop, fakeTree } from './fake-workshop.ts'
import { changed, provenLesson } from './proven-lesson.ts'

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
      /passes every test, but lesson\.mdx promises that one fails/,
    ],
    [
      'the solution is refused',
      { 'solution/main.rs': '// error E0502\n' },
      /solution\/main\.rs is refused with E0502\. Mend it/,
    ],
    [
      'the solution warns',
      { 'solution/main.rs': '// warning dead_code\n' },
      /is not clean\. Mend these:\n {2}line 1: message of dead_code \(dead_code\)/,
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
      /uses <Pears>, which no page provides/,
    ],
    [
      'the text is short',
      { 'lesson.mdx': `${head}\n<Pair />\n<Predict />\nShort.\n` },
      /has 1 words\. A lesson has 300 to 700: say what is missing/,
    ],
    [
      'a link leads nowhere',
      { 'lesson.mdx': changed('(/)', '(/ownership/nowhere/)') },
      /links to \/ownership\/nowhere\/, where nothing is/,
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

function verify(files: Record<string, string>) {
  const bench = { workshop: createFakeWorkshop(), tree: fakeTree, slugs: ['ownership/borrow-deadline'] }
  return verifyLesson(bench, readCourse(files)[0]!.lessons[0]!, files[`${folder}/lesson.mdx`]!)
}
