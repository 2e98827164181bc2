import { expect, it } from 'vitest'
import { type Asciicast, toCastFile } from '#protocol/asciicast.ts'
import { proveShell } from '#scripts/verify/prove-shell.ts'
import type { RecordedShell, ShellToRecord } from '#scripts/verify/runner/record-shell.ts'
import { readCourse } from '#course/read-course.ts'
import { createFakeLessonRunner } from './fake-lesson-runner.ts'
import { provenKernelLesson } from './proven-lesson.ts'

const toCast = (...texts: string[]): Asciicast => ({
  ...{ rows: 24, columns: 80, title: 'Linux' },
  pieces: texts.map((text, index) => [index, text] as const),
})
const shown = [
  '~ # \u001b[6n',
  'insmod driver.ko\r\n',
  '[    1.230000] driver: loaded at 0000000061953cc0\r\n~ # ',
]

async function prove(
  cast: Asciicast,
  old: string | undefined,
  files: Record<string, string> = { 'shell.txt': script },
) {
  const asked: ShellToRecord[] = []
  const shell = (shell: ShellToRecord): Promise<RecordedShell> => {
    asked.push(shell)
    return Promise.resolve({ kind: 'recorded', cast })
  }
  const [chapter] = readCourse(provenKernelLesson(files))
  const proven = await proveShell({ ...createFakeLessonRunner(), shell }, chapter!.lessons[0]!, old)
  return { ...proven, asked, mistakes: proven.proofs.flatMap(({ mistake }) => mistake ?? []) }
}

const script = '# The C, then the Rust.\ninsmod driver.ko\ninsmod driver_rust.ko\n'

it('types the commands in a shell with the C as driver.ko and the solution beside, and gives what to record', async () => {
  const { asked, cast, mistakes } = await prove(toCast(...shown), undefined)
  expect(asked[0]).toMatchObject({
    driver: { language: 'c', variant: 'kasan' },
    beside: { language: 'rust' },
    commands: ['insmod driver.ko', 'insmod driver_rust.ko'],
  })
  expect(cast).toBe(toCastFile(toCast(...shown)))
  expect(mistakes[0]).toContain('--record')
})

it('takes a recording with the same words, whatever its times, pieces and addresses are', async () => {
  const old = toCast(shown.join('').replace('1.230000', '9.870000').replace('61953cc0', '60000000'))
  expect(await prove(toCast(...shown), toCastFile(old))).toMatchObject({ mistakes: [], proofs: [{}] })
})

it.each([
  ['other words', toCastFile(toCast(...shown, 'more\r\n')), 'recorded "~ # more"'],
  ['no recording', 'PNG', 'recorded "This is no recording'],
])('says what differs in %s', async (_, old, words) => {
  expect((await prove(toCast(...shown), old)).mistakes[0]).toContain(words)
})

it('says what is missing: commands without a recording are no mistake of a lesson that has neither', async () => {
  expect((await prove(toCast(), undefined, {})).mistakes).toEqual([])
  expect((await prove(toCast(), '{}', {})).mistakes[0]).toContain('has no shell.txt')
})
