import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { bin } from './bin.ts'
import { root } from './root.ts'
import { runCommand } from './run-command.ts'
import type { Counts } from './steps.ts'

export interface VitestOptions {
  /** Folders of `test` to leave out. */
  without?: string[]
  env?: NodeJS.ProcessEnv
}

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })

/** Runs the tests in some folders and counts them; a test file that cannot be loaded counts as one that failed. */
export async function runVitest(
  folders: string[],
  { without = [], env }: VitestOptions = {},
): Promise<Counts> {
  const scratch = await mkdtemp(join(tmpdir(), 'no-oops-test-'))
  const report = join(scratch, 'report.json')
  const exclude = without.flatMap((folder) => ['--exclude', `test/${folder}/**`])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [
    ...bin('vitest'),
    'run',
    '--config',
    'test/vitest.config.ts',
    ...reporters,
    ...exclude,
    ...folders,
  ]
  const { code } = await runCommand(command, { cwd: root, env })
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
