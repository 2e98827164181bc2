import { describe, expect, it } from 'vitest'
import { mark, runnerOf, solved, student } from './lesson-course.ts'

describe('no-oops lesson check', () => {
  it.each(['lesson check deadline', 'lesson check ownership/deadline'])(
    'says by «%s» that it is solved',
    async (line) => {
      const { run, out } = student({ files: { ...solved } })
      expect(await run(line)).toBe(0)
      expect(out()).toBe('✓ rustc accepts the program\n✓ no unsafe\n✓ frees_it\nSolved: all 3 checks hold.\n')
    },
  )

  it('finds the lesson of the current folder', async () => {
    const { run } = student({ files: { '.no-oops.json': mark, 'main.rs': 'fine\n', 'ring.rs': '' } })
    expect(await run('lesson check')).toBe(0)
  })

  it('shows what rustc refuses', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toBe(
      '✗ rustc accepts the program\n\nerror[E0505]: it is lent\n\n✓ no unsafe\nNot yet: 1 of 2 checks hold.\n',
    )
  })

  it('says which test fails, and why', async () => {
    const { run, out } = student({ files: { ...solved }, runner: runnerOf(101) })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toContain('✗ frees_it: it is still there\n')
  })

  it('says which rule is broken', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'unsafe {}\n' } })
    expect(await run('lesson check deadline')).toBe(1)
    expect(out()).toContain('✗ no unsafe\n\nerror: usage of an `unsafe` block\n')
  })

  it('says what the console of a kernel lacks', async () => {
    const files = { '.no-oops.json': '{"lesson":"first-module/exit"}', 'driver.rs': 'silent\n' }
    const { run, out } = student({ files })
    expect(await run('lesson check')).toBe(1)
    expect(out()).toContain('✗ the console shows «loaded»\n✓ the kernel has nothing to report\n')
  })

  it.each([
    [{}, 'is no folder of a lesson: it has no .no-oops.json'],
    [{ '.no-oops.json': '{' }, 'cannot be read. Write {"lesson": "SLUG"}'],
    [{ '.no-oops.json': mark, 'main.rs': 'fine\n' }, '«ring.rs» is not there'],
  ])('says what is wrong with a folder', async (files, says) => {
    const { run, err } = student({ files })
    expect(await run('lesson check')).not.toBe(0)
    expect(err()).toContain(says)
  })

  it('checks again after each change, until it is interrupted', async () => {
    let change = () => {}
    const host = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    host.host.files.watch = (_path, onChange) => void (change = onChange)
    const code = host.run('lesson check --watch deadline')
    await expect.poll(host.out).toContain('Not yet')
    host.files['deadline/main.rs'] = 'fine\n'
    change()
    await expect.poll(host.out).toContain('Solved')
    host.interrupt()
    expect(await code).toBe(130)
  })
})

describe('no-oops lesson hint', () => {
  it('begins with what is wrong now, and says more each time', async () => {
    const { run, out } = student({ files: { ...solved, 'deadline/main.rs': 'refused\n' } })
    for (const _ of [1, 2, 3, 4]) await run('lesson hint deadline')
    expect(
      out()
        .split('Hint ')
        .slice(1)
        .map((hint) => hint.replaceAll('\n', ' ').trim()),
    ).toEqual([
      '1 of 3  It is still lent.',
      '2 of 3  Copy it.',
      '3 of 3  Drop it later.',
      '3 of 3  Drop it later.',
    ])
  })
})

describe('no-oops lesson solution', () => {
  it('prints the solution alone, and beside it why', async () => {
    const { run, out, err } = student()
    expect(await run('lesson solution 5.1')).toBe(0)
    expect([out(), err()]).toEqual(['fine\n', '\nSo the loan ends.\n'])
  })
})
