import { SourcePath } from '#protocol/compile.ts'
import { isCrash } from '#service/crash.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { compareRun } from './compare-run.ts'
import { hideLineNumbers } from './hide-line-numbers.ts'
import { normalise } from './normalise.ts'
import { readCompanions } from './read-companions.ts'
import { readRendered } from './read-rendered.ts'
import { skipReason } from './skip-reason.ts'
import { toJob } from './to-job.ts'
import type { UiTest } from './ui-test.ts'

/** What became of a test; `rules` name what was left out of the comparison. */
export type Verdict =
  | { kind: 'skipped'; reason: string }
  | { kind: 'not reproduced'; printed: string }
  | { kind: 'same'; rules: string[] }
  | { kind: 'different'; rules: string[]; differences: string[] }

/** Compiles a test in the sandbox, and if rustc prints what its `.stderr` has, compares that with our diagnostics. */
export async function judge(sandbox: Sandbox, test: UiTest): Promise<Verdict> {
  const reason = skipReason(test.headers) ?? nameReason(test.file)
  if (reason) return { kind: 'skipped', reason }
  const files = await readCompanions(test)
  const ended = await sandbox.run(toJob(test, files, 'shown'))
  if (ended.kind === 'stopped') return { kind: 'skipped', reason: `takes too much ${ended.reason}` }
  if (isCrash(ended)) return { kind: 'skipped', reason: 'breaks the compiler' }
  const stderr = hideDate(ended.stderr)
  const printed = readRendered(stderr).map(hideLineNumbers).join('')
  if (!isExpected(printed, test) && !(await printsExpected(sandbox, test, files)))
    return { kind: 'not reproduced', printed: normalise(printed, test.headers) }
  return tryToCompare(test, stderr, files)
}

function nameReason(file: string): string | undefined {
  return SourcePath.safeParse(file).success ? undefined : 'has a name that the sandbox does not take'
}

/** On an unstable feature rustc says how old it is. */
function hideDate(stderr: string): string {
  return stderr.replaceAll(/(?<=this compiler was built on )\d{4}-\d\d-\d\d/g, 'YYYY-MM-DD')
}

/** A message that we cannot read is one that we read wrong. */
function tryToCompare(...run: Parameters<typeof compareRun>): Verdict {
  try {
    const { differences, rules } = compareRun(...run)
    return differences.length === 0 ? { kind: 'same', rules } : { kind: 'different', rules, differences }
  } catch (error) {
    return { kind: 'different', rules: [], differences: [`we cannot read it: ${String(error)}`] }
  }
}

/** Lines that are cut to a width, among others, come out otherwise with another margin. */
async function printsExpected(
  sandbox: Sandbox,
  test: UiTest,
  files: Record<string, Uint8Array>,
): Promise<boolean> {
  const ended = await sandbox.run(toJob(test, files, 'hidden'))
  return ended.kind === 'exited' && isExpected(readRendered(ended.stderr).join(''), test)
}

function isExpected(printed: string, { headers, expected }: UiTest): boolean {
  return normalise(printed, headers) === expected
}
