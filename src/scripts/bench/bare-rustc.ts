import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { toRustcJob } from '#service/rustc-job.ts'
import { toCheck, type Program } from './programs.ts'

/** The toolroom's rustc on the toolroom's libraries, called as by hand: no sandbox, no limits, no service. */
export interface BareRustc {
  /** Checks with the arguments that the service uses; milliseconds until rustc is gone and all it said is read. */
  check(program: Program): Promise<number>
  end(): Promise<void>
}

/** Finds the rustc of a toolroom; `end` removes its files. */
export async function openBareRustc(toolroom: string): Promise<BareRustc> {
  const usr = join(toolroom, 'usr')
  const rustc = [...(await findRustc(usr)), '--sysroot', usr]
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-bench-'))
  let runs = 0
  return {
    check: async (program) => {
      const name = `${++runs}`
      const { command } = toRustcJob(toCheck(program))
      await writeFile(join(folder, `${name}.rs`), program.files['main.rs']!)
      const flags = command.slice(1).map((argument) => toHere(argument, name))
      return timeRustc([...rustc, ...flags], { cwd: folder, env: {} })
    },
    end: () => rm(folder, { recursive: true }),
  }
}

/** Gives the command that starts a room's rustc: the dynamic linker by its path, because the host may have another or none. */
export async function findRustc(usr: string): Promise<string[]> {
  const triplets = await readdir(join(usr, 'lib'))
  const libraries = join(
    usr,
    'lib',
    triplets.find((name) => name.endsWith('-linux-gnu'))!,
  )
  const linker = (await readdir(libraries)).find((name) => name.startsWith('ld-linux'))!
  return [join(libraries, linker), '--library-path', libraries, join(usr, 'bin/rustc')]
}

/** Several may run at once, so each has files of its own. */
function toHere(argument: string, name: string): string {
  return argument.replace('/tmp/main.rmeta', `${name}.rmeta`).replace(/^main\.rs$/, `${name}.rs`)
}

/**
 * Runs a rustc to its end; milliseconds until it is gone and all it said is read. By Node's own means: the millisecond
 * that a library takes to start a process would count as rustc's.
 */
export async function timeRustc(
  [file, ...args]: string[],
  where: { cwd: string; env: Record<string, string> },
): Promise<number> {
  const started = performance.now()
  const child = spawn(file!, args, { ...where, stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([buffer(child.stderr), once(child, 'close')])
  const milliseconds = performance.now() - started
  if (code === 0 || (code === 1 && said.toString().startsWith('{'))) return milliseconds
  throw new Error(`rustc, called bare, ended with ${code}: ${said.toString().slice(0, 500)}`)
}
