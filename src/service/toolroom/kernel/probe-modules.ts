import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ToolroomError } from '../toolroom-error.ts'
import { toMake } from './build-kernel.ts'
import { inside, runInBuildEnvironment, type BuildPlace } from './build-environment.ts'
import { toCFlags, toLinkFlags, toRustFlags } from './kbuild-flags.ts'
import type { KernelRecipe } from './kernel-recipe.ts'

/** What Kbuild has shown of itself: flags of its compilers and linker, and the objects that it adds to a module. */
export interface ProbedKbuild {
  rust: { environment: Record<string, string>; arguments: string[] }
  c: { arguments: string[] }
  link: { arguments: string[] }
  /** What it adds to each module, and to all alike. */
  modules: { driver: string; common: string }
}

/** Lets Kbuild build a small module of each language, both named `driver`, and notes how it does it. */
export async function probeModules(place: BuildPlace, { probes }: KernelRecipe): Promise<ProbedKbuild> {
  await rm(join(place.out, 'probes'), { recursive: true, force: true })
  await mkdir(join(place.out, 'course'), { recursive: true })
  const rust = await build(place, 'rust', { 'driver.rs': probes.rust })
  const c = await build(place, 'c', { 'driver.c': probes.c })
  await keep(place, 'rust/.module-common.o', 'module-common.o')
  await loosen(place, 'c/driver.mod.o', 'driver.mod.o')
  return {
    rust: toRustFlags(rust),
    c: { arguments: toCFlags(c).arguments },
    link: { arguments: toLinkFlags(c).arguments },
    modules: { driver: `${kept}/driver.mod.o`, common: `${kept}/module-common.o` },
  }
}

const kept = `${inside.out}/course`

/** So that each pr_debug() of a driver can be turned on, and the kernel keeps no list of its own. */
const makefile = 'obj-m := driver.o\nccflags-y := -DDYNAMIC_DEBUG_MODULE\n'

async function build(place: BuildPlace, name: string, files: Record<string, string>): Promise<string[]> {
  const folder = join(place.out, 'probes', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'Makefile'), makefile)
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  const command = toMake('V=1', `M=${inside.out}/probes/${name}`, 'modules')
  const { code, lines } = await runInBuildEnvironment(place, command)
  if (code === 0) return lines
  throw new ToolroomError(
    `The new kernel's ${name} module could not be built: ${lines.slice(-3).join(' ')}`,
    'npm run toolroom -- clean, then npm run toolroom -- make',
  )
}

async function keep({ out }: BuildPlace, from: string, to: string): Promise<void> {
  await copyFile(join(out, 'probes', from), join(out, 'course', to))
}

/** Its module has both functions; with weak symbols the same object goes with a driver that has only one, or none. */
async function loosen(place: BuildPlace, from: string, to: string): Promise<void> {
  const weak = ['init_module', 'cleanup_module'].map((name) => `--weaken-symbol=${name}`)
  const command = ['llvm-objcopy', ...weak, `${inside.out}/probes/${from}`, `${kept}/${to}`]
  const { code, lines } = await runInBuildEnvironment(place, command)
  if (code !== 0) throw new Error(`llvm-objcopy: ${lines.join(' ')}`)
}
