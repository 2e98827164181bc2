import { appendFileSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ToolroomError } from '../toolroom-error.ts'
import { inside, runInBuildEnvironment, type BuildPlace } from './build-environment.ts'
import type { KernelRecipe } from './kernel-recipe.ts'
import { createStepCount } from './step-count.ts'

export interface BuildOptions {
  recipe: KernelRecipe
  place: BuildPlace
  /** Takes what make says; a build that was cut off goes on in it. */
  log: string
  /** Is told how much of the build is done, from 0 to 1. */
  onPart: (part: number) => void
}

/** The command that makes a target of the kernel in the build world. */
export function toMake(...words: string[]): string[] {
  return ['make', 'ARCH=um', 'LLVM=1', `O=${inside.out}`, ...reproducible, ...words]
}

const reproducible = [
  ...['KBUILD_BUILD_TIMESTAMP=2026-01-01', 'KBUILD_BUILD_USER=course', 'KBUILD_BUILD_HOST=course'],
]

/** Builds the kernel and what its modules are built against, or goes on where make was stopped. */
export async function buildKernel(options: BuildOptions): Promise<void> {
  const { recipe, place, log, onPart } = options
  const steps = createStepCount(log)
  const make = async (...words: string[]): Promise<void> => {
    const { code } = await runInBuildEnvironment(place, toMake(...words), (line) => {
      appendFileSync(log, `${line}\n`)
      onPart(steps.read(line))
    })
    if (code !== 0) throw await toError(log)
  }
  await mkdir(place.out, { recursive: true })
  await writeFile(join(place.out, 'course.config'), recipe.config)
  await make(`KCONFIG_ALLCONFIG=${inside.out}/course.config`, 'allnoconfig')
  refuseDropped(recipe.config, await readFile(join(place.out, '.config'), 'utf8'))
  await make(`-j${availableParallelism()}`, 'linux', 'modules_prepare')
  await copyFile(join(place.out, 'vmlinux.symvers'), join(place.out, 'Module.symvers'))
}

/** Kconfig leaves out without a word what it does not know or what lacks something. */
function refuseDropped(asked: string, got: string): void {
  const dropped = findDropped(asked, got)
  if (dropped.length === 0) return
  throw new ToolroomError(
    `This Linux cannot be configured as the course needs it: ${dropped.join(', ')}.`,
    'Let LINUX_SOURCE name a source tree of Linux 7.3.4, or unset it.',
  )
}

/** The settings asked for that a configuration does not have. */
export function findDropped(asked: string, got: string): string[] {
  const there = new Set(got.split('\n'))
  return asked
    .split('\n')
    .filter((line) => line.startsWith('CONFIG_'))
    .filter((line) => {
      const [name, value] = line.split('=')
      return value === 'n' ? got.includes(`\n${name}=`) : !there.has(line)
    })
}

async function toError(log: string): Promise<ToolroomError> {
  const lines = (await readFile(log, 'utf8')).split('\n')
  const telling = lines.filter((line) => /error|\*\*\*/i.test(line))
  return new ToolroomError(
    `The kernel could not be built: ${(telling.length > 0 ? telling : lines).slice(-3).join(' ')}`,
    `Look at ${log}; \`npm run toolroom -- make\` goes on where it stopped.`,
  )
}
