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

/** Finds the rustc of a toolroom. */
export async function openBareRustc(toolroom: string): Promise<BareRustc> {
  const rustc = await findRustc(join(toolroom, 'usr'))
  const folder = await mkdtemp(join(tmpdir(), 'no-oops-bench-'))
  let runs = 0
  return {
    check: async (program) => {
      const name = `${++runs}`
      const { command, files } = toRustcJob(toCheck(program))
      await writeFile(join(folder, `${name}.rs`), files['main.rs']!)
      return time([...rustc, ...command.slice(1).map((argument) => toHere(argument, name))], folder)
    },
    end: () => rm(folder, { recursive: true }),
  }
}

/** The dynamic linker is called by its path, because the host may have another or none. */
async function findRustc(usr: string): Promise<string[]> {
  const triplets = await readdir(join(usr, 'lib'))
  const libraries = join(
    usr,
    'lib',
    triplets.find((name) => name.endsWith('-linux-gnu'))!,
  )
  const linker = (await readdir(libraries)).find((name) => name.startsWith('ld-linux'))!
  return [join(libraries, linker), '--library-path', libraries, join(usr, 'bin/rustc'), '--sysroot', usr]
}

/** Several may run at once, so each has files of its own. */
function toHere(argument: string, name: string): string {
  return argument.replace('/tmp/main.rmeta', `${name}.rmeta`).replace(/^main\.rs$/, `${name}.rs`)
}

async function time([file, ...args]: string[], cwd: string): Promise<number> {
  const started = performance.now()
  const child = spawn(file!, args, { cwd, env: {}, stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([buffer(child.stderr), once(child, 'close')])
  const milliseconds = performance.now() - started
  if (code === 0 || (code === 1 && said.toString().startsWith('{'))) return milliseconds
  throw new Error(`rustc, called bare, ended with ${code}: ${said.toString().slice(0, 500)}`)
}
