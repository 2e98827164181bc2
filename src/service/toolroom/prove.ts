import { createBubblewrapSandbox } from '../bubblewrap/bubblewrap.ts'
import type { Job } from '../sandbox.ts'
import { proveKernel } from './kernel/prove-kernel.ts'
import type { Recipe } from './recipe.ts'
import { ToolroomError } from './toolroom-error.ts'

/** What the programs of a toolroom say of themselves, and which kernel it has, if any. */
export type Versions = Record<'rustc' | 'clippy' | 'rustfmt' | 'lld', string> & {
  kernel?: string | undefined
}

/** Asks a toolroom's programs for their versions and compiles a program with it, all in the sandbox. */
export async function prove(recipe: Recipe, root: string): Promise<Versions> {
  const ask = (job: Job): Promise<Buffer> => output(root, job)
  const versions = await askVersions(ask, recipe.kernel ? 'ld.lld' : 'wasm-ld-19')
  if (versions.rustc.split(' ')[1] !== recipe.rustc) {
    throw broken(`it has ${versions.rustc}, not rustc ${recipe.rustc}`)
  }
  if (recipe.kernel) return { ...versions, kernel: await proveKernel(recipe.kernel, root) }
  const module = await ask(hello)
  if (module.subarray(0, 4).toString('latin1') !== '\0asm') throw broken('rustc makes no WebAssembly')
  return versions
}

async function askVersions(ask: (job: Job) => Promise<Buffer>, linker: string): Promise<Versions> {
  const version = async (program: string): Promise<string> =>
    (await ask({ command: [program, '--version'], files: {} })).toString().trim()
  return {
    rustc: await version('rustc'),
    clippy: await version('clippy-driver'),
    rustfmt: await version('rustfmt'),
    lld: await version(linker),
  }
}

const build =
  'rustc --edition 2021 --target wasm32-wasip1 -Ccodegen-units=1 -Clinker=wasm-ld-19 -Clink-arg=--threads=1 ' +
  '-Cstrip=symbols -o /tmp/main.wasm main.rs'

const hello: Job = {
  command: ['busybox', 'sh', '-c', `${build} && exec busybox cat /tmp/main.wasm`],
  files: { 'main.rs': 'fn main() {\n    println!("hello");\n}\n' },
}

/** The first start reads everything from disk: it may take its time. */
async function output(root: string, job: Job): Promise<Buffer> {
  const limits = { wallSeconds: 120, cpuSeconds: 60 }
  const ended = await createBubblewrapSandbox({ root, limits }).run(job)
  if (ended.kind === 'stopped') throw broken(`${job.command[0]} was stopped: ${ended.reason}`)
  if (ended.code !== 0) throw broken(`${job.command[0]} says: ${ended.stderr.trim().slice(0, 500)}`)
  return Buffer.from(ended.stdout)
}

function broken(what: string): ToolroomError {
  return new ToolroomError(
    `The toolroom does not work: ${what}.`,
    'npm run toolroom -- clean, then npm run toolroom -- make',
  )
}
