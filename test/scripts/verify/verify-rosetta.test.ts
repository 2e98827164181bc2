import { expect, it } from 'vitest'
import { readRosetta, type RosettaRow } from '#course/rosetta.ts'
import type { CompileRequest } from '#protocol/compile.ts'
import { verifyRosetta } from '#scripts/verify/verify-rosetta.ts'
import { createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'

const side = { says: 'f()', at: 'mm/slub.c#L4', has: 'line 4' }
const row: RosettaRow = {
  ...{ name: 'a-row', group: 'memory', note: 'So.', lesson: 'ownership/borrow-deadline' },
  c: { ...side, code: 'static void f(void) {}\n' },
  rust: { ...side, code: 'fn f() {}\n' },
}
const { rust: _rust, ...missing } = row

it('a row holds whose sides compile, and stand where it says', async () => {
  expect(await mistakesOf([row])).toEqual([])
})

it.each<[string, RosettaRow, RegExp]>([
  ['its C is refused', { ...row, c: { ...row.c, code: '// error -' } }, /the C is refused.*message of -/s],
  ['its C gives a warning', { ...row, c: { ...row.c, code: '// warning -Wall' } }, /the C compiles.*-Wall/s],
  [
    'its Rust is refused',
    { ...row, rust: { ...side, code: '// error E0308' } },
    /the Rust is refused with E0308/,
  ],
  [
    'its lines do not have the words',
    { ...row, c: { ...row.c, at: 'mm/slub.c#L5' } },
    /#L5 .* not have «line 4»/,
  ],
  ['its file is not there', { ...row, c: { ...row.c, at: 'mm/slab.c#L4' } }, /mm\/slab.c#L4 .* not have/],
  ['there is no such lesson', { ...row, lesson: 'ownership/none' }, /there is no lesson ownership\/none/],
  [
    'the crate has what it calls absent',
    { ...missing, absent: 'some' },
    /rust\/kernel has «some» in 2 files/,
  ],
])('it does not where %s', async (_, other, mistake) => {
  expect((await mistakesOf([other])).join('\n')).toMatch(mistake)
})

it('a row without Rust holds where the crate has no such thing', async () => {
  expect(await mistakesOf([{ ...missing, absent: 'none' }])).toEqual([])
})

it('all rows are compiled together, and one by one if that is refused', async () => {
  const rows = ['a', 'b', 'c'].map((name) => ({ ...row, name }))
  asked.length = 0
  await mistakesOf(rows)
  expect(asked).toEqual(['c', 'rust'])
  const bad = { ...row, name: 'd', rust: { ...side, code: 'fn f() {} // error E0308' } }
  asked.length = 0
  expect(await mistakesOf([...rows, bad])).toHaveLength(1)
  expect(asked).toEqual(['c', 'rust', 'rust', 'rust', 'rust', 'rust'])
})

it.each([
  ['neither Rust nor what is absent', [missing], /needs either «rust» or «absent»/],
  ['both', [{ ...row, absent: 'none' }], /needs either «rust» or «absent»/],
  ['a name twice', [row, row], /two rows «a-row»/],
])('a table with a row that has %s is refused', (_, rows, says) => {
  expect(() => readRosetta({ 'reference/rosetta.yaml': JSON.stringify(rows) })).toThrow(says)
})

const asked: string[] = []
const runner = createFakeLessonRunner()
const context = {
  runner: {
    ...runner,
    compile: (request: CompileRequest) => {
      asked.push(request.language)
      return runner.compile(request)
    },
  },
  tree: { ...fakeTree, count: (command: string) => Promise.resolve(command.includes('none') ? '0' : '2') },
  slugs: ['ownership/borrow-deadline'],
}

async function mistakesOf(rows: RosettaRow[]): Promise<string[]> {
  return (await verifyRosetta(context, rows)).flatMap(({ mistake }) => mistake ?? [])
}
