import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashFiles } from '#scripts/hash-files.ts'

let folder: string

beforeEach(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'no-oops-hash-'))}/`
  await mkdir(join(folder, 'src/deep'), { recursive: true })
  await writeFile(join(folder, 'src/deep/a.ts'), 'one')
  await writeFile(join(folder, 'lock.json'), '{}')
})

afterEach(() => rm(folder, { recursive: true }))

const hash = () => hashFiles(folder, ['src', 'lock.json', 'missing'])

describe('the hash of files', () => {
  it('is the same for the same content, whenever it was written', async () => {
    const before = await hash()
    await writeFile(join(folder, 'src/deep/a.ts'), 'one')
    expect(await hash()).toBe(before)
  })

  it('changes with a text, a name or a new file', async () => {
    const hashes = [await hash()]
    await writeFile(join(folder, 'src/deep/a.ts'), 'two')
    hashes.push(await hash())
    await rename(join(folder, 'src/deep/a.ts'), join(folder, 'src/deep/b.ts'))
    hashes.push(await hash())
    await writeFile(join(folder, 'src/c.ts'), '')
    hashes.push(await hash())
    expect(new Set(hashes).size).toBe(4)
  })
})
