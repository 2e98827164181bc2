import { describe, expect, it } from 'vitest'
import { readErrorText } from '#course/read-errors.ts'
import { verifyErrorText } from '#scripts/verify/verify-error-text.ts'
import { errorText } from '../../course/error-files.ts'
import { createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'
import { changed } from './proven-lesson.ts'

it('a text that keeps its promises is proven', async () => {
  const proofs = await verify(errorText)
  expect(proofs.flatMap(({ mistake }) => mistake ?? [])).toEqual([])
  expect(proofs.map(({ claim }) => claim)).toEqual(
    expect.arrayContaining([
      'one example is refused with E0505',
      'one example compiles',
      'one example is C',
      expect.stringMatching(/^C at line \d+ compiles without a warning, and gives kasan$/),
      expect.stringMatching(/^code block at line \d+ is refused with E0505$/),
      'mm/slub.c#L2-L3 exists',
      'link /errors/E0382/ leads somewhere',
    ]),
  )
})

describe('a broken promise is told with the file and the next step', () => {
  const cases: [what: string, change: [from: string, to: string], says: RegExp][] = [
    [
      'nothing is refused with the code',
      ['```rust fails=E0505\n// error E0505', '```rust fails=E0382\n// error E0382'],
      /errors\/E0505\.md shows nothing that is refused so\. Add a block «rust fails=E0505»/,
    ],
    ['there is no C', ['```c kernel', '```c'], /shows no C that is compiled\. Add a block «c kernel»/],
    [
      'the C is too short',
      ['\tkfree(buf);\n', ''],
      /errors\/E0505\.md:\d+: the C has 5 lines\. Show 6 to 10/,
    ],
    ['the C is too long', ['\tkfree(buf);\n', '\tkfree(buf);\n'.repeat(6)], /the C has 11 lines/],
    [
      'C gives another report',
      ['reports kasan', 'reports lockdep'],
      /errors\/E0505\.md:\d+: the C makes the kernel report «BUG: lockdep in .* and gives kasan/,
    ],
    ['C boots without a report', ['// reports kasan', ''], /the C boots without a report \(finished\)/],
    [
      'C gives a warning that its fence does not name',
      ['crash=kasan\nstatic', 'warns=-Wa\n// warning -Wb\nstatic'],
      /the C compiles with -Wb.*compiles with a warning, -Wa/s,
    ],
    [
      'C is refused',
      ['crash=kasan\nstatic', 'crash=kasan\n// error -\nstatic'],
      /the C is refused with no-code.*compiles without a warning, and gives kasan/s,
    ],
    [
      'no example compiles',
      ['```rust kernel', '```text'],
      /shows no fix that compiles\. Add a block «rust» or/,
    ],
    [
      'an example gives another code',
      ['// error E0505', '// error E0502'],
      /errors\/E0505\.md:\d+: the code block is refused with E0502, but its fence says/,
    ],
    ['the fix is refused', ['pr_info!("fixed");', '// error E0433'], /is refused with E0433.*it compiles/],
    ['a source does not exist', ['#L2-L3', '#L20-L30'], /names mm\/slub\.c#L20-L30, which Linux 7\.3\.4/],
    [
      'a link leads nowhere',
      ['/errors/E0382/', '/errors/E9999/'],
      /links to \/errors\/E9999\/, where nothing is/,
    ],
    [
      'it is too long',
      ['It compiles', 'It compiles '.repeat(200)],
      /has \d+ words\..*110 to 330: shorten it/,
    ],
    [
      'it is too short',
      ['The owner goes, and the pointer stays. '.repeat(10), 'It goes.'],
      /say what is missing/,
    ],
  ]
  it.each(cases)('%s', async (_, [from, to], says) => {
    const proofs = await verify(changed(from, to, errorText))
    const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
    expect(mistakes).toEqual([expect.stringMatching(says)])
  })
})

it('a code that rustc does not have is told', async () => {
  const proofs = await verify(errorText, ['E0382'])
  expect(proofs[0]!.mistake).toMatch(/errors\/E0505\.md explains a code that rustc does not have/)
})

function verify(source: string, codes = ['E0382', 'E0505']) {
  const pages = { slugs: ['ownership/borrow-deadline'], codes }
  const context = { runner: createFakeLessonRunner(), tree: fakeTree, pages }
  return verifyErrorText(context, readErrorText({ 'errors/E0505.md': source }, 'E0505'), source)
}
