import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { runScript } from '#scripts/run-script.ts'
import { uiTests } from '#scripts/ui-tests/ui-tests.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('without a folder the command says how it is used', async () => {
  expect(await complaint([])).toMatch(/^2: Usage: npm run ui-tests/)
  expect(await complaint(['folder', '--fast'])).toMatch(/^2: Usage: npm run ui-tests/)
})

it('a folder that is not there is named', async () => {
  expect(await complaint(['/no/such/folder'])).toBe(
    '1: There is no /no/such/folder. Name a folder or a file of UI tests.',
  )
})

it('of a folder without tests is said what a test is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-tests-'))
  await writeFile(join(folder, 'main.rs'), 'fn main() {}\n')
  expect(await complaint([folder])).toBe(
    `1: ${folder} has no test: no file NAME.rs with NAME.stderr beside it.`,
  )
})

it('without a toolroom is said how to make one', async () => {
  vi.stubEnv('NO_OOPS_CACHE', await mkdtemp(join(tmpdir(), 'no-toolroom-')))
  const said = await complaint([new URL('tests', import.meta.url).pathname])
  expect(said).toMatch(
    /^1: The tests are compiled in the toolroom, which is not ready\.\nWhat helps: .*npm run/,
  )
})

async function complaint(args: string[]): Promise<string> {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const code = await runScript(uiTests, args)
  return `${code}: ${error.mock.calls.flat().join('\n')}`
}
