import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { FileError } from '#cli/host.ts'
import { nodeFiles } from '#cli/node/node-files.ts'

let folder: string
const inFolder = (name: string) => join(folder, name)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-files-'))
})

it('a file is written whole, with the folders above it, and nothing is left beside it', async () => {
  await nodeFiles.write(inFolder('a/b/main.rs'), 'fn main() {}\n')
  await nodeFiles.write(inFolder('a/b/main.rs'), 'fn main() { }\n')
  expect(await readFile(inFolder('a/b/main.rs'), 'utf8')).toBe('fn main() { }\n')
  expect(await readdir(inFolder('a/b'))).toEqual(['main.rs'])
})

it('what cannot be written leaves what was there', async () => {
  await mkdir(inFolder('main.rs'))
  await expect(nodeFiles.write(inFolder('main.rs'), '')).rejects.toThrow(FileError)
  expect(await readdir(folder)).toEqual(['main.rs'])
})

it('a link is not listed, as it may lead anywhere', async () => {
  await writeFile(inFolder('b.rs'), '')
  await mkdir(inFolder('a'))
  await symlink('/etc/passwd', inFolder('main.rs'))
  expect(await nodeFiles.list(folder)).toEqual(['a', 'b.rs'])
})

it.each([
  ['absent.rs', 'could not be read: it is not there'],
  ['.', 'could not be read: it is a folder'],
])('why «%s» cannot be read is said in a sentence', async (name, says) => {
  await expect(nodeFiles.read(inFolder(name))).rejects.toThrow(says)
})

it('what is neither a file nor a folder is not read, as it may never end', async () => {
  await expect(nodeFiles.stat('/dev/zero')).rejects.toThrow('«/dev/zero» is neither a file nor a folder')
})

it('there is nothing where there is nothing', async () => {
  expect(await nodeFiles.stat(inFolder('absent/main.rs'))).toBeUndefined()
})
