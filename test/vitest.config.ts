import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** The tests that need something that the others do not have a folder of their own, or end in `.real.test.ts`. */
const real = 'test/**/*.real.test.ts'
const toolroom = ['test/toolroom-ready.ts']
/** Real processes on a machine that others use too: what fails once is tried once more, and the reporter marks it «(retry x1)». */
const secondTry = { retry: 1 }

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      toProject('unit', {
        include: ['test/**/*.test.{ts,tsx}'],
        exclude: [real, 'test/hostile/**', 'test/site/**', 'test/e2e/**'],
      }),
      toProject('real', { ...secondTry, include: [real], globalSetup: toolroom }),
      toProject('hostile', { ...secondTry, include: ['test/hostile/**/*.test.ts'], globalSetup: toolroom }),
      toProject('site', { include: ['test/site/**/*.test.ts'] }),
      toProject('e2e', { ...secondTry, include: ['test/e2e/**/*.test.ts'], globalSetup: toolroom }),
    ],
  },
})

/** What the tests of one part of `npm test` need; a `globalSetup` is done only if one of them is run. */
function toProject(
  name: string,
  options: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...options } }
}
