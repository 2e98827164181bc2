import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { runScript } from '#scripts/run-script.ts'
import { findTests } from '#scripts/ui-tests/find-tests.ts'
import { judgeAll } from '#scripts/ui-tests/judge-all.ts'
import { uiTests } from '#scripts/ui-tests/ui-tests.ts'
import { openRealSandbox, toolroomTimeout } from '../../service/real-toolroom.ts'

const folder = fileURLToPath(new URL('tests', import.meta.url))

beforeAll(openRealSandbox, toolroomTimeout)
afterEach(() => vi.restoreAllMocks())

it('each of our tests gets the verdict that is meant for it', { timeout: 120_000 }, async () => {
  const { tests } = await findTests(folder)
  const judged = await judgeAll(await openRealSandbox(), tests)
  expect(judged.map(({ name, verdict }) => `${name}: ${verdict.kind}`)).toEqual([
    'annotated-wrong.rs: different',
    'another-compiler.rs: not reproduced',
    'editions.rs#old: same',
    'editions.rs#new: same',
    'moved-buffer.rs: same',
    'multi-line-span.rs: same',
    'needs-a-crate.rs: skipped',
    'old-headers.rs: same',
    'two-files/in-a-module.rs: same',
    'two-labels-on-a-line.rs: same',
  ])
})

it('the command tells what differs, and closes with what was compared', { timeout: 60_000 }, async () => {
  const { code, said } = await runMain([`${folder}/annotated-wrong.rs`, `${folder}/moved-buffer.rs`])
  expect(code).toBe(1)
  expect(said).toContain('annotated, but we do not say: line 1: error: mismatched types')
  expect(said).toMatch(/all +2 +0 +0 +2 +1 +1\n/)
  expect(said).toMatch(/\n1 passed, 1 failed$/)
})

it('the command succeeds if all that this rustc reproduces is the same', { timeout: 60_000 }, async () => {
  const { code, said } = await runMain([`${folder}/two-files`, `${folder}/another-compiler.rs`, '--list'])
  expect(code).toBe(0)
  expect(said).toContain('not reproduced: another-compiler.rs')
  expect(said).toMatch(/\n1 passed, 0 failed$/)
})

async function runMain(args: string[]): Promise<{ code: number; said: string }> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const code = await runScript(uiTests, args)
  return { code, said: log.mock.calls.flat().join('\n') }
}
