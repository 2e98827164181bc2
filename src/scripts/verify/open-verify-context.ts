import { join } from 'node:path'
import type { Variant } from '#protocol/compile.ts'
import { byVariant } from '#protocol/variants.ts'
import { createBubblewrapSandbox } from '#service/bubblewrap/bubblewrap.ts'
import { openKernel } from '#service/kernel/open-kernel.ts'
import { sharedParsers } from '#service/parsing/parser-pool.ts'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { findSource } from '#service/toolroom/kernel/source.ts'
import { openToolroom, type Toolroom } from '#service/toolroom/toolroom.ts'
import { prepareToolroom } from '../prepare-toolroom.ts'
import { hashFiles } from '../hash-files.ts'
import { root } from '../root.ts'
import { ScriptError } from '../script-error.ts'
import { openKernelTree } from './kernel-tree.ts'
import { createProofCache, makeEach, type ProofCache } from './proof-cache.ts'
import { createExplain } from './explain-codes.ts'
import type { CourseVerifyContext } from './unit.ts'
import { createLessonChecks } from './checks/lesson-checks.ts'
import { createLessonRunner, type VerifyEnvironments, type VerifyKernel } from './runner/lesson-runner.ts'

/**
 * Opens the real toolrooms and the kernel's tree, and makes what is not there. Answers on programs are saved, unless nobody
 * is going to ask for the same again. Throws a `ScriptError` if it fails.
 */
export async function openVerifyContext({ isSaved = true } = {}): Promise<CourseVerifyContext> {
  const toolroom = openToolroom()
  const toolchain = await prepare(toolroom)
  const environments = {
    userspace: {
      sandbox: createBubblewrapSandbox({ root: toolroom.root }),
      parsers: sharedParsers,
      toolchain,
    },
    kernels: await prepareKernels(),
  }
  const basis = `${toolroom.key} ${await hashOwnSource()}`
  const saved = (on: string) => createProofCache(join(cacheFolder(), 'proofs'), on)
  const answers = isSaved ? saved : () => makeEach
  const source = await findSource(cacheFolder(), '7.3', console.log)
  const runner = createLessonRunner(environments, answers(basis))
  return {
    runner,
    checks: createLessonChecks(runner, answers(await toChecksBasis(environments, basis))),
    tree: await openKernelTree(source.folder, saved(source.origin)),
    rustc: { toolchain, explain: openExplain(toolroom, saved) },
  }
}

/** What a check says also depends on the kernels, and on how it decides. */
async function toChecksBasis({ kernels }: VerifyEnvironments, basis: string): Promise<string> {
  const folders = [
    'src/cli',
    'src/course',
    'src/playground/backends',
    'src/playground/exercise',
    'src/playground/program',
  ]
  const keys = Object.values(kernels).map(({ key }) => key)
  return [basis, ...keys, await hashFiles(root, [...folders, 'src/scripts/verify/checks'])].join(' ')
}

/** What rustc prints depends on nothing of ours, and asking for all codes takes a minute. */
function openExplain({ root, key }: Toolroom, saved: (on: string) => ProofCache) {
  const sandbox = createBubblewrapSandbox({ root, limits: busyMachine })
  return createExplain(sandbox, saved(key))
}

/** One after the other: making one takes all cores. */
async function prepareKernels(): Promise<Record<Variant, VerifyKernel>> {
  const toolrooms = byVariant((variant) => openToolroom({ recipe: kernels[variant] }))
  for (const toolroom of Object.values(toolrooms)) await prepare(toolroom)
  return byVariant((variant) => openVerifyKernel(toolrooms[variant]))
}

function openVerifyKernel(toolroom: Toolroom): VerifyKernel {
  return { key: toolroom.key, environment: openKernel(toolroom, busyMachine).environment }
}

/** No reader waits, and other proofs run beside. */
const busyMachine = { wallSeconds: 45 }

/** Gives the name of its toolchain. */
async function prepare(toolroom: Toolroom): Promise<string> {
  const status = await prepareToolroom(toolroom)
  if (status.state === 'ready') return status.toolchain
  throw new ScriptError(`Without the toolroom «${toolroom.recipe.stage}» the lessons cannot be proven.`)
}

/** An answer also depends on how we ask and read. */
async function hashOwnSource(): Promise<string> {
  const folders = [
    'src/service',
    'src/protocol',
    'src/playground/backends/runners',
    'src/scripts/verify/runner',
  ]
  return hashFiles(root, folders)
}
