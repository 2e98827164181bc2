import { describe, expect, it } from 'vitest'
import { folder } from '../../course/lesson-files.ts'
import { changed, provenLesson } from './proven-lesson.ts'
import { mistakesIn, verify } from './verify-files.ts'

describe('a lesson that keeps its promises', () => {
  it('is proven', async () => {
    const { proofs, mistakes } = await verify(provenLesson())
    expect(mistakes).toEqual([])
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
    const { mistakes, recorded } = await verify(
      provenLesson({
        'lesson.mdx': changed('<Source of', '<Count of="lines" /> lines.\n\n<Source of'),
        'counts.yaml': 'lines: echo 9\n',
      }),
    )
    expect(mistakes).toEqual([])
    expect(recorded.counts).toEqual({ lines: '9' })
  })

  it('may promise an error that only code generation gives', async () => {
    const { mistakes, recorded } = await verify(
      provenLesson({
        'lesson.mdx': changed('expect: E0505', 'expect: arithmetic_overflow'),
        'start/main.rs': '// build error arithmetic_overflow\n//@ end\n',
      }),
    )
    expect(mistakes).toEqual([])
    expect(recorded.start).toMatchObject({ outcome: 'rejected', action: 'build' })
  })

  it('may have a start that compiles and fails a test', async () => {
    expect(
      await mistakesIn(
        provenLesson({
          'lesson.mdx': changed('expect: E0505', 'expect: tests'),
          'start/main.rs': '// fails holds\n//@ end\n',
        }),
      ),
    ).toEqual([])
  })
})

describe('what follows an exercise', () => {
  const transfer = (start: string, solution: string) => ({
    [`${folder}/transfer.yaml`]: JSON.stringify({
      tasks: [{ name: 'again', ask: 'repair', refused: 'E0505', start, solution, prints: 'ok', why: 'So.' }],
    }),
  })
  const mistakesOf = (changes: Record<string, string>) => mistakesIn({ ...provenLesson(), ...changes })

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
    expect(await mistakesIn({ ...provenLesson(), ...fix('// prints fine') })).toEqual([])
  })

  it('is refused where it still makes the kernel report something', async () => {
    const mistakes = await mistakesIn({ ...provenLesson(), ...fix('// reports kasan driver.c') })
    expect(mistakes.join()).toMatch(/fixed\.patch makes the kernel report/)
  })
})

describe('a SAFETY comment', () => {
  const solution = { 'solution/main.rs': '// lint clippy::undocumented_unsafe_blocks\nfn main() {}\n' }

  it('need not be in a userspace program', async () => {
    expect(await mistakesIn(provenLesson(solution))).toEqual([])
  })

  it('is missed there if the lesson asks for it', async () => {
    const rules = { 'lesson.mdx': changed('[no-unsafe]', '[no-unsafe, safety-comments]') }
    expect(await mistakesIn(provenLesson({ ...solution, ...rules }))).toEqual([
      expect.stringMatching(/^\S*solution\/main\.rs is not clean.*\n.*undocumented_unsafe_blocks/),
    ])
  })
})
