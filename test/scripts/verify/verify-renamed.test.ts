import { expect, it } from 'vitest'
import type { RenamedEntry } from '#course/renamed.ts'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { proveErrors, verifyRenamed } from '#scripts/verify/verify-renamed.ts'
import { createFakeLessonRunner, fakeTree } from './fake-lesson-runner.ts'

const row: RenamedEntry = {
  ...{ name: 'old-name', language: 'c', old: 'old()', new: 'new()', why: 'It is so.' },
  told: { says: "'old'", at: 'old' },
  fix: { find: '\\bold\\b', put: 'new' },
  ...{ path: 'mm/slub.c', has: 'line 4', lesson: 'ownership/borrow-deadline' },
  ...{ was: 'int x = old();\n', is: 'int x = new();\n' },
}

it('a row holds whose old program is refused so, and whose fix makes the new one, which compiles', async () => {
  expect(await mistakesOf(row)).toEqual([])
})

it.each<[string, Partial<RenamedEntry>, RegExp]>([
  ['the old compiles', { was: 'int x = new();\n' }, /what «was» compiles. It must be refused/],
  [
    'the error has other words',
    { told: { says: "'older'" } },
    /no error of what «was» fits «told».*no code: undeclared 'old'/s,
  ],
  ['the new is refused', { is: 'int x = old();\n' }, /what «is» does not compile/],
  [
    'the fix makes something else',
    { fix: { find: '\\bold\\b', put: 'newer' } },
    /«fix» does not make what «is» of what «was», but\nint x = newer/,
  ],
  [
    'the fix finds nothing',
    { fix: { find: 'bold', put: 'new' } },
    /what «fix» is to find does not stand where the error points/,
  ],
  ['the file is not in the tree', { path: 'mm/slab.c' }, /mm\/slab.c of Linux 7.3.4 does not exist/],
  ['the file does not show it', { has: 'line 10' }, /mm\/slub.c of Linux 7.3.4 does not have «line 10»/],
  ['there is no such lesson', { lesson: 'ownership/none' }, /there is no lesson ownership\/none/],
])('it does not where %s', async (_, other, mistake) => {
  expect((await mistakesOf({ ...row, ...other })).join('\n')).toMatch(mistake)
})

it('a row that an earlier one keeps from being told is found', async () => {
  const { proofs } = await verifyRenamed(context, [row, { ...row, name: 'second' }])
  expect(proofs.flatMap(({ mistake }) => mistake ?? []).join('\n')).toMatch(
    /«second».*an earlier row fits it/,
  )
})

it('programs in Rust are compiled together, and one by one if that is refused', async () => {
  const rust = { ...row, language: 'rust' as const, was: 'fn f() { old() }\n', is: 'fn f() { new() }\n' }
  const rows = ['a', 'b', 'c'].map((name) => ({ ...rust, name }))
  asked.length = 0
  await verifyRenamed(context, rows)
  expect(asked.filter((text) => text.includes('mod a') && text.includes('mod c'))).toHaveLength(1)
  expect(asked).toHaveLength(4)
  const bad = { ...rust, name: 'd', is: 'fn f() { old() }\n' }
  const { proofs } = await verifyRenamed(context, [...rows, bad])
  const refused = proofs.filter(({ claim, mistake }) => claim.endsWith('the new compiles') && mistake)
  expect(refused.map(({ claim }) => claim)).toEqual(['d: the new compiles'])
})

it('the errors are recorded, and compared by the next run', async () => {
  const { errors } = await verifyRenamed(context, [row])
  expect(errors).toEqual({ 'old-name': { message: "undeclared 'old'" } })
  expect(proveErrors(errors, errors).mistake).toBeUndefined()
  expect(proveErrors(errors, {}).mistake).toContain('has other errors of old-name')
})

const asked: string[] = []
const context = {
  runner: {
    ...createFakeLessonRunner(),
    compile: (request: CompileRequest) => Promise.resolve(compile(request)),
  },
  tree: fakeTree,
  slugs: ['ownership/borrow-deadline'],
}

async function mistakesOf(row: RenamedEntry): Promise<string[]> {
  const { proofs } = await verifyRenamed(context, [row])
  return proofs.flatMap(({ mistake }) => mistake ?? [])
}

/** A compiler to which only `old` is unknown. */
function compile({ files }: CompileRequest): CompileResult {
  const [[file, text]] = Object.entries(files) as [[string, string]]
  asked.push(text)
  const diagnostics = text.split('\n').flatMap((line, index) => {
    const column = line.indexOf('old') + 1
    const place = { start: { line: index + 1, column }, end: { line: index + 1, column: column + 3 } }
    const said = { severity: 'error' as const, message: "undeclared 'old'", children: [], fixes: [] }
    return column === 0 ? [] : [{ ...said, spans: [{ file, ...place, primary: true }] }]
  })
  const compiled = { diagnostics, toolchain: 'clang', cached: false, milliseconds: 1 }
  return { outcome: diagnostics.length > 0 ? 'rejected' : 'accepted', ...compiled }
}
