import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { bin } from './bin.ts'
import { root } from './root.ts'
import { runCommand } from './run-command.ts'
import type { Counts } from './steps.ts'

/** What tests may need: the projects of `test/vitest.config.ts`. */
export type TestProject = 'unit' | 'real' | 'hostile' | 'site' | 'e2e'

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })

/** Runs the tests of a project and counts them; a test file that cannot be loaded counts as one that failed. */
export async function runVitest(project: TestProject, env: NodeJS.ProcessEnv = {}): Promise<Counts> {
  const scratch = await mkdtemp(join(tmpdir(), 'no-oops-test-'))
  const report = join(scratch, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [...bin('vitest'), 'run', '--config', 'test/vitest.config.ts', '--project', project]
  const { code } = await runCommand([...command, ...reporters], { cwd: root, env })
  const counts = await readReport(report)
  await rm(scratch, { recursive: true })
  return code === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
}

async function readReport(path: string): Promise<Counts> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(text))
  return { passed: numPassedTests, failed: numFailedTests }
}
