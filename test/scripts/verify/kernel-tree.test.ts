import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKernelTree } from '#scripts/verify/kernel-tree.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-tree-'))
  await writeFile(
    join(folder, 'Makefile'),
    '# SPDX\nVERSION = 7\nPATCHLEVEL = 3\nSUBLEVEL = 4\nEXTRAVERSION =\n',
  )
  await mkdir(join(folder, 'mm'))
  await writeFile(join(folder, 'mm/slub.c'), 'int a;\n')
})

afterEach(() => rm(folder, { recursive: true }))

describe('the kernel’s tree', () => {
  it('knows its version and reads files by their path', async () => {
    const tree = await openKernelTree(folder)
    expect(tree.version).toBe('7.3.4')
    expect(await tree.read('mm/slub.c')).toBe('int a;\n')
    expect(await tree.read('mm/slab.c')).toBeUndefined()
  })

  it('reads nothing outside', async () => {
    const tree = await openKernelTree(join(folder))
    expect(await tree.read('../../etc/hostname')).toBeUndefined()
    expect(await tree.read('/etc/hostname')).toBeUndefined()
  })

  it('is counted in by commands of a shell, in its root', async () => {
    const tree = await openKernelTree(folder)
    expect(await tree.count(`find . -name '*.c' | wc -l`)).toBe('1')
    expect(await tree.count('cat mm/slub.c')).toBe('int a;')
  })

  it('has no count where a command fails or prints nothing', async () => {
    const tree = await openKernelTree(folder)
    expect(await tree.count('cat mm/slab.c')).toBeUndefined()
    expect(await tree.count('grep b mm/slub.c')).toBeUndefined()
    expect(await tree.count('true')).toBeUndefined()
  })

  it('is refused if it is none, with the next step', async () => {
    await expect(openKernelTree(join(folder, 'mm'))).rejects.toThrow(
      /not a Linux source tree\. Let LINUX_SOURCE name one/,
    )
  })
})
