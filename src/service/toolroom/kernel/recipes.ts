import type { Variant } from '#protocol/compile.ts'
import { byVariant } from '#protocol/variants.ts'
import { userspace, type Recipe } from '../recipe.ts'
import { toKernelRecipe } from './kernel-recipe.ts'
import { packages, programs } from './packages.ts'

/** The toolrooms with a kernel, which need the same Debian packages. */
export const kernels: Record<Variant, Recipe> = byVariant(toRecipe)

/** Every toolroom, in the order in which they are made. */
export const recipes: readonly Recipe[] = [userspace, ...Object.values(kernels)]

function toRecipe(variant: Variant): Recipe {
  const { suite, architecture, prelinked, rustc } = userspace
  const paths = ['usr/lib/llvm-19/lib/clang/19/include']
  const kernel = toKernelRecipe(variant)
  return { stage: variant, suite, architecture, packages, programs, paths, prelinked, rustc, kernel }
}
