import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ToolroomError } from '../toolroom-error.ts'
import { toMake } from './build-kernel.ts'
import { inside, runInBuildEnvironment, type BuildPlace } from './build-environment.ts'
import { toCFlags, toLinkFlags, toRustFlags } from './kbuild-flags.ts'
import type { KernelRecipe } from './kernel-recipe.ts'

/** Which of a module's two functions there are → name of what Kbuild adds to such a module. */
const shapes = { 'init exit': 'init-exit', init: 'init', exit: 'exit', '': 'none' } as const
type Shape = keyof typeof shapes

/** What Kbuild has shown of itself: flags of its compilers and linker, and the objects that it adds to a module. */
export interface ProbedKbuild {
  rust: { environment: Record<string, string>; arguments: string[] }
  c: { arguments: string[] }
  link: { arguments: string[] }
  modules: Record<Shape | 'common', string>
}

/** Lets Kbuild build small modules named `driver`, one of each shape, and notes how it does it. */
export async function probeModules(place: BuildPlace, { probes }: KernelRecipe): Promise<ProbedKbuild> {
  await rm(join(place.out, 'probes'), { recursive: true, force: true })
  await mkdir(join(place.out, 'course'), { recursive: true })
  const rust = await build(place, 'rust', { 'driver.rs': probes.rust })
  const said = await buildShapes(place, probes.c)
  await keep(place, join('rust', '.module-common.o'), 'module-common.o')
  return {
    rust: toRustFlags(rust),
    c: { arguments: toCFlags(said).arguments },
    link: { arguments: toLinkFlags(said).arguments },
    modules: { ...toPaths(), common: `${inside.out}/course/module-common.o` },
  }
}

/** Gives what make says of a module with both functions. */
async function buildShapes(place: BuildPlace, text: string): Promise<string[]> {
  const said: Partial<Record<Shape, string[]>> = {}
  for (const shape of Object.keys(shapes) as Shape[]) {
    said[shape] = await build(place, shapes[shape], { 'driver.c': define(shape) + text })
    await keep(place, join(shapes[shape], 'driver.mod.o'), `${shapes[shape]}.mod.o`)
  }
  return said['init exit']!
}

/** `init exit` → `#define WITH_INIT` and `#define WITH_EXIT`. */
function define(shape: Shape): string {
  const names = shape.split(' ').filter(Boolean)
  return names.map((name) => `#define WITH_${name.toUpperCase()}\n`).join('')
}

async function build(place: BuildPlace, name: string, files: Record<string, string>): Promise<string[]> {
  const folder = join(place.out, 'probes', name)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'Makefile'), 'obj-m := driver.o\n')
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

function toPaths(): Record<Shape, string> {
  const entries = Object.entries(shapes).map(([shape, name]) => [shape, `${inside.out}/course/${name}.mod.o`])
  return Object.fromEntries(entries) as Record<Shape, string>
}
