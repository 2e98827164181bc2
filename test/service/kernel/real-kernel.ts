import type { Variant } from '#protocol/compile.ts'
import { byVariant, defaultVariant, variantNames } from '#protocol/variants.ts'
import type { Kernel, KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

/** Minutes that building a kernel may take before a test gives up on it. */
export const kernelTimeout = 45 * 60_000

/** So that the limits that count CPU time and memory decide, not what else runs beside the tests. */
const busyMachine = { wallSeconds: 90 }

/** The real kernel of a variant, which is built first if it is not there. */
export async function openRealKernel(variant: Variant = defaultVariant): Promise<Kernel> {
  return openRoom(await openRealRoom(variant))
}

/** All of them. */
export async function openRealKernels(): Promise<Record<Variant, Kernel>> {
  for (const variant of variantNames) await openRealRoom(variant)
  return byVariant((variant) => openRoom(openToolroom({ recipe: kernels[variant] }).root))
}

function openRoom(root: string): Kernel {
  return openKernel({ root, status: () => ({ state: 'ready', toolchain: 'rustc 1.85.1' }) }, busyMachine)
}

/** The workplace of that kernel. */
export async function openRealEnvironment(variant?: Variant): Promise<KernelEnvironment> {
  return (await openRealKernel(variant)).environment()
}

/** The folder with that kernel and what compiles for it. */
export async function openRealRoom(variant: Variant = defaultVariant): Promise<string> {
  const toolroom = openToolroom({ recipe: kernels[variant] })
  const status = await toolroom.make()
  if (status.state === 'ready') return toolroom.root
  throw new Error(status.state === 'unavailable' ? `${status.reason} ${status.remedy}` : status.step)
}
