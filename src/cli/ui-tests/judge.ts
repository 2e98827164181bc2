import { isCrash } from '#service/crash.ts'
import { parseRustcJson } from '#service/rustc-json/parse-rustc-json.ts'
import type { Ended, Sandbox } from '#service/sandbox.ts'
import { checkAnnotations } from './check-annotations.ts'
import { compareAll } from './compare-all.ts'
import { hideLineNumbers } from './hide-line-numbers.ts'
import { normalise } from './normalise.ts'
import { readCompanions } from './read-companions.ts'
import { readRendered } from './read-rendered.ts'
import { skipReason } from './skip-reason.ts'
import { sandboxFolder, toJob } from './to-job.ts'
import type { UiTest } from './ui-test.ts'

/** What became of a test; `rules` name what was left out of the comparison. */
export type Verdict =
  | { kind: 'skipped'; reason: string }
  | { kind: 'not reproduced'; printed: string }
  | { kind: 'same'; rules: string[] }
  | { kind: 'different'; rules: string[]; differences: string[] }

/** Compiles a test in the sandbox, and if rustc prints what its `.stderr` has, compares that with our diagnostics. */
export async function judge(sandbox: Sandbox, test: UiTest): Promise<Verdict> {
  const reason = skipReason(test.headers)
  if (reason) return { kind: 'skipped', reason }
  const files = await readCompanions(test)
  const ended = await sandbox.run(toJob(test, files, 'shown'))
  const trouble = troubleOf(ended)
  if (trouble || ended.kind === 'stopped') return { kind: 'skipped', reason: trouble ?? 'the compiler was stopped' }
  const printed = readRendered(ended.stderr).map(hideLineNumbers).join('')
  if (!isExpected(printed, test) && !(await printsExpected(sandbox, test, files)))
    return { kind: 'not reproduced', printed: normalise(printed, test.headers) }
  return compareBoth(test, ended.stderr, files)
}

function troubleOf(ended: Ended): string | undefined {
  if (ended.kind === 'stopped') return `the compiler was stopped (${ended.reason})`
  return isCrash(ended) ? 'the compiler broke' : undefined
}

/** Lines that are cut to a width, among others, come out otherwise with another margin. */
async function printsExpected(sandbox: Sandbox, test: UiTest, files: Record<string, Uint8Array>): Promise<boolean> {
  const ended = await sandbox.run(toJob(test, files, 'hidden'))
  return ended.kind === 'exited' && isExpected(readRendered(ended.stderr).join(''), test)
}

function isExpected(printed: string, { headers, expected }: UiTest): boolean {
  return normalise(printed, headers) === expected
}

function compareBoth(test: UiTest, stderr: string, companions: Record<string, Uint8Array>): Verdict {
  const json = stderr
    .replaceAll(`${sandboxFolder}/`, '')
    .split('\n')
    .filter((line) => !line.startsWith('{"$message_type":"future_incompat"'))
    .join('\n')
  const texts = Object.entries(companions).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
  const files = { ...Object.fromEntries(texts), [test.file]: test.source }
  const diagnostics = parseRustcJson(json, files)
  const { differences, rules } = compareAll(readRendered(json), diagnostics, files)
  const all = [...differences, ...checkAnnotations(test, diagnostics)]
  return all.length === 0 ? { kind: 'same', rules } : { kind: 'different', rules, differences: all }
}
