import { join } from 'node:path'
import { createBubblewrapSandbox } from '#service/bubblewrap.ts'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { prepareToolroom } from '../prepare-toolroom.ts'
import { hashFiles } from '../hash-files.ts'
import { root } from '../root.ts'
import { fetchKernelTree } from './fetch-kernel-tree.ts'
import { openKernelTree } from './kernel-tree.ts'
import { createProofCache } from './proof-cache.ts'
import type { Bench } from './verify-lesson.ts'
import { createWorkshop } from './workshop.ts'

/** Opens the real toolroom and the kernel's tree, making what is not there. Throws an error that says what to do. */
export async function openBench(): Promise<Omit<Bench, 'slugs'>> {
  const toolroom = openToolroom()
  const status = await prepareToolroom(toolroom)
  if (status.state !== 'ready') throw new Error('Without a toolroom the lessons cannot be proven.')
  const sandbox = createBubblewrapSandbox({ root: toolroom.root })
  const basis = `${toolroom.key} ${await hashOwnSource()}`
  const cache = createProofCache(join(cacheFolder(), 'proofs'), basis)
  return {
    workshop: createWorkshop({ sandbox, root: toolroom.root, toolchain: status.toolchain }, cache),
    tree: await openKernelTree(process.env.LINUX_SOURCE || (await fetchKernelTree(cacheFolder()))),
  }
}

/** An answer also depends on how we ask and read. */
async function hashOwnSource(): Promise<string> {
  const folders = ['src/service', 'src/protocol', 'src/playground/runners', 'src/cli/verify']
  return hashFiles(root, folders)
}
