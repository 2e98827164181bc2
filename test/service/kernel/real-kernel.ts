import type { Variant } from '#protocol/compile.ts'
import { byVariant, defaultVariant, variantNames } from '#protocol/variants.ts'
import { openFileStore, type FileStore } from '#service/file-store.ts'
import type { Kernel, KernelEnvironment } from '#service/kernel/kernel-environment.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { makeReachableFolder } from '../reachable-folder.ts'

/** Minutes that building a kernel may take before a test gives up on it. */
export const kernelTimeout = 45 * 60_000

/** So that the limits that count CPU time and memory decide, not what else runs beside the tests. */
const busyMachine = { wallSeconds: 90 }

/** The real kernel of a variant, which is built first if it is not there. Its headers end with the tests. */
export async function openRealKernel(
  variant: Variant = defaultVariant,
  headers = temporary(),
): Promise<Kernel> {
  return openRoom(await openRealRoom(variant), headers)
}

/** All of them. */
export async function openRealKernels(): Promise<Record<Variant, Kernel>> {
  const headers = temporary()
  for (const variant of variantNames) await openRealRoom(variant)
  return byVariant((variant) => openRoom(openToolroom({ recipe: kernels[variant] }).root, headers))
}

function temporary(): FileStore {
  return openFileStore(makeReachableFolder(), 1024 ** 3)
}

function openRoom(root: string, headers: FileStore): Kernel {
  const status = () => ({ state: 'ready' as const, toolchain: 'rustc 1.85.1' })
  return openKernel({ root, status }, busyMachine, headers)
}

/** What compiles for that kernel and boots it. */
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
