import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readKernelRoom } from '#service/kernel/kernel-room.ts'
import { kernels } from '#service/toolroom/kernel/recipes.ts'
import { openToolroom } from '#service/toolroom/toolroom.ts'

describe.each(Object.values(kernels))('The finished toolroom «$stage»', (recipe) => {
  const { root, status, folder } = openToolroom({ recipe })
  const { version, ...room } = readKernelRoom(root)

  it('is named after its compiler and its kernel', () => {
    expect(status()).toEqual({ state: 'ready', toolchain: `rustc 1.85.1, Linux ${version}` })
    expect(room).toMatchObject({ variant: recipe.stage, release: `${version}-course`, rustc: '1.85.1' })
  })

  it('holds all that its description names', () => {
    const named = [...Object.values(room.modules), ...room.link.arguments, ...room.rust.arguments]
    const paths = named.map((word) => /(?:^|[@=])(\/usr\/[^,]+)$/.exec(word)?.[1]).filter(Boolean)
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(join(root, path!)))).toEqual([])
  })

  it('carries the licence and tells the exact source', () => {
    expect(readFileSync(join(root, 'usr/src/linux/COPYING'), 'utf8')).toContain('GPL-2.0')
    expect(readFileSync(join(root, 'usr/src/linux/LICENSES/preferred/GPL-2.0'), 'utf8')).toContain('GNU')
    expect(readFileSync(join(root, 'usr/src/ORIGIN'), 'utf8')).toContain(`Linux ${version}, from `)
  })

  it('has nothing in it that others than its owner could change', () => {
    const loose = execFileSync('find', [root, '!', '-type', 'l', '-perm', '/022'], { encoding: 'utf8' })
    expect(loose).toBe('')
  })

  it('leaves nothing behind of its making', () => {
    expect(existsSync(folder.build)).toBe(false)
  })
})
