import { describe, expect, it } from 'vitest'
import { folder } from '../../course/lesson-files.ts'
import { changed, kernelText, provenKernelLesson } from './proven-lesson.ts'
import { mistakesIn, verify } from './verify-files.ts'

describe('a kernel lesson that keeps its promises', () => {
  it('is proven', async () => {
    const { proofs, mistakes } = await verify(provenKernelLesson())
    expect(mistakes).toEqual([])
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
    const { mistakes, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: boot\nvariant: lockdep', kernelText),
        'start/driver.rs': '// prints loaded\n// reports lockdep driver.rs\n//@ end\n',
      }),
    )
    expect(mistakes).toEqual([])
    expect(recorded.boots.start).toMatchObject({ kernel: 'Linux 7.3.4 with lockdep' })
  })

  it('may promise a lint, which is recorded with where it points', async () => {
    const lint = 'clippy::undocumented_unsafe_blocks'
    const { mistakes, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', `expect: ${lint}`, kernelText),
        'start/driver.rs': `// lint ${lint}\n//@ end\n`,
        'hints.yaml': provenHints(lint),
      }),
    )
    expect(mistakes).toEqual([])
    expect(recorded.start).toMatchObject({
      outcome: 'accepted',
      action: 'lint',
      diagnostics: [{ code: lint }],
    })
  })

  it('may promise an error without a code that comes late', async () => {
    const { mistakes, recorded } = await verify(
      provenKernelLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: no-code', kernelText),
        'start/driver.rs': '// build error -\n//@ end\n',
      }),
    )
    expect(mistakes).toEqual([])
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
    const mistakes = await mistakesIn(provenKernelLesson(changes))
    expect(mistakes.join('\n')).toMatch(says)
    expect(mistakes.every((mistake) => mistake.startsWith(folder))).toBe(true)
  })
})
