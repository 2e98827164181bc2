import { resolve } from 'node:path'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { print } from '../print-and-exit-code.ts'
import type { Script } from '../run-script.ts'
import { ScriptError } from '../script-error.ts'
import { findTests } from './find-tests.ts'
import { judgeAll, type Judged } from './judge-all.ts'
import { formatReport, describeTests } from './report.ts'

const usage = `Usage: npm run ui-tests -- FOLDER|FILE … [--list]

Says for how many of rustc's UI tests our diagnostics have the codes, lines and labels of rustc's own text. Takes the
tests below each FOLDER, as in rust-lang/rust tests/ui: NAME.rs with NAME.stderr beside it. They are compiled in the
toolroom's sandbox.
  --list    prints each difference in full, and names the tests that this rustc does not reproduce`

/** Compares the tests at each path; the exit code is 0 if all are the same, 1 if some differ or none could be compared. */
export const uiTests: Script<'list'> = {
  usage,
  flags: ['list'],
  run: (paths, flags) => (paths.length > 0 ? run(paths, { inFull: flags.has('list') }) : undefined),
}

async function run(paths: string[], how: { inFull: boolean }): Promise<number> {
  const found = await Promise.all(paths.map(async (path) => ({ path, ...(await findTests(toPath(path))) })))
  const sandbox = openSandbox()
  const judged: Judged[] = []
  for (const { path, tests, withoutStderr } of found) {
    judged.push({ path, withoutStderr, tests: await judgeAll(sandbox, tests) })
    const differences = describeTests(judged.at(-1)!, how)
    if (differences) console.log(differences)
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
  throw new ScriptError(`The tests are compiled in the toolroom, which is not ready.\nWhat helps: ${remedy}`)
}

/** Nobody waits for one test, and a large one may take its time. */
const busyMachine = { wallSeconds: 60, cpuSeconds: 20 }
