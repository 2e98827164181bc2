import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { explainFailure } from '#service/toolroom/explain-failure.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { complain, print } from './print-and-exit-code.ts'
import { findTests, NoTestsError } from './ui-tests/find-tests.ts'
import { judgeAll, type Judged } from './ui-tests/judge-all.ts'
import { formatReport, describeTests } from './ui-tests/report.ts'

const usage = `Usage: npm run ui-tests -- FOLDER|FILE … [--list]

Says for how many of rustc's UI tests our diagnostics have the codes, lines and labels of rustc's own text. Takes the
tests below each FOLDER, as in rust-lang/rust tests/ui: NAME.rs with NAME.stderr beside it. They are compiled in the
toolroom's sandbox.
  --list    prints each difference in full, and names the tests that this rustc does not reproduce`

/** Runs the command and gives the exit code: 0 all the same, 1 some differ or none could be compared, 2 wrong use. */
export async function main(args: string[]): Promise<number> {
  const paths = args.filter((arg) => !arg.startsWith('-'))
  const flags = args.filter((arg) => arg.startsWith('-'))
  if (flags.some((flag) => ['--help', '-h'].includes(flag))) return print(usage, 0)
  if (paths.length === 0 || flags.some((flag) => flag !== '--list')) return complain(usage, 2)
  try {
    return await run(paths, { inFull: flags.includes('--list') })
  } catch (error) {
    const said = toText(error)
    if (said === undefined) throw error
    return complain(said, 1)
  }
}

async function run(paths: string[], how: { inFull: boolean }): Promise<number> {
  const found = await Promise.all(paths.map(async (path) => ({ path, ...(await findTests(toPath(path))) })))
  const sandbox = openSandbox()
  const judged: Judged[] = []
  for (const { path, tests, withoutStderr } of found) {
    judged.push({ path, withoutStderr, tests: await judgeAll(sandbox, tests) })
    const told = describeTests(judged.at(-1)!, how)
    if (told) console.log(told)
  }
  const { text, compared, failed } = formatReport(judged)
  print(text, 0)
  return failed === 0 && compared > 0 ? 0 : 1
}

/** npm starts us in the folder of the package, wherever it was called. */
function toPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}

function openSandbox(): Sandbox {
  const { root, status } = openToolroom()
  const now = status()
  if (now.state === 'ready') return createBubblewrapSandbox({ root, limits: busyMachine })
  const remedy =
    now.state === 'unavailable' ? now.remedy : 'Wait for it: npm run toolroom -- status userspace'
  throw new NoTestsError(`The tests are compiled in the toolroom, which is not ready.\nWhat helps: ${remedy}`)
}

/** Nobody waits for one test, and a large one may take its time. */
const busyMachine = { wallSeconds: 60, cpuSeconds: 20 }

function toText(error: unknown): string | undefined {
  if (error instanceof NoTestsError) return error.message
  const failure = explainFailure(error)
  return failure && `${failure.reason}\nWhat helps: ${failure.remedy}`
}

if (realpathSync(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2))
}
