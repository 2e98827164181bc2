import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clean } from '#service/toolroom/clean.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { takeLock } from '#service/toolroom/lock.ts'
import { userspace, type Recipe } from '#service/toolroom/recipe.ts'
import { makeFolder } from '#service/toolroom/room-folder.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'
import { temporaryFolder } from './temporary-folder.ts'

const old = [
  'headers',
  'kasan-old',
  'linux-7.3-x',
  'linux-7.3-x.lock',
  'lockdep-old',
  'proofs',
  'tree-x',
  'userspace-old',
]

describe('Cleaning', () => {
  it('removes the toolroom of every version, and no other', async () => {
    expect(await cleaned(userspace)).toEqual(old.filter((name) => name !== 'userspace-old'))
  })

  it('of a kernel also removes what it was built with, and headers that were compiled with it', async () => {
    expect(await cleaned(kernels.kasan)).toEqual(['lockdep-old', 'proofs', 'userspace-old'])
  })

  it('is refused while any kernel is being made, for they share that', async () => {
    const cache = furnish()
    const { folder } = openToolroom({ cache, recipe: kernels.lockdep })
    await makeFolder(folder)
    const release = await takeLock(folder.lock)
    const kasan = openToolroom({ cache, recipe: kernels.kasan })
    await expect(clean(kasan.folder, kasan.recipe)).rejects.toThrow('Another process is making')
    await release()
  })
})

async function cleaned(recipe: Recipe): Promise<string[]> {
  const cache = furnish()
  await clean(openToolroom({ cache, recipe }).folder, recipe)
  return readdirSync(cache).toSorted()
}

function furnish(): string {
  const cache = temporaryFolder()
  for (const name of old) mkdirSync(join(cache, name))
  return cache
}
