import { describe, expect, it } from 'vitest'
import { folder, head } from '../../course/lesson-files.ts'
import { changed, provenLesson } from './proven-lesson.ts'
import { mistakesIn, verify } from './verify-files.ts'

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
    const mistakes = await mistakesIn(provenLesson(changes))
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
