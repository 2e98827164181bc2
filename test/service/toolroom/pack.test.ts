import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '#service/toolroom/pack.ts'
import {
  makeFolder,
  readMarker,
  toRoomFolder,
  writeMarker,
  type RoomFolder,
} from '#service/toolroom/room-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

const key = 'userspace-test'
const versions = {
  rustc: 'rustc 1.85.1',
  clippy: 'clippy 0.1.85',
  rustfmt: 'rustfmt 1.8.0',
  lld: 'LLD 19.1.7',
}
const check = () => Promise.resolve(versions)

describe('A packed toolroom', () => {
  it('is the same when it is unpacked elsewhere', async () => {
    const [from, to, file] = [await furnish('old'), emptyRoom(), newFile()]
    await pack(from, file)
    await unpack({ folder: to, key, check }, file)
    expect(readMarker(to)).toEqual({ key, versions })
    expect(readFileSync(join(to.root, 'usr/bin/rustc'), 'utf8')).toBe('old')
    expect(statSync(join(to.root, 'usr/bin/rustc')).mode & 0o777).toBe(0o755)
    expect(readlinkSync(join(to.root, 'usr/bin/cc'))).toBe('rustc')
    expect(existsSync(join(to.path, 'unpacking'))).toBe(false)
  })

  it('takes the place of what was there', async () => {
    const [from, to, file] = [await furnish('new'), await furnish('old'), newFile()]
    await pack(from, file)
    await unpack({ folder: to, key, check }, file)
    expect(readFileSync(join(to.root, 'usr/bin/rustc'), 'utf8')).toBe('new')
  })

  it('is refused if it is of another key, and what was there stays', async () => {
    const [from, to, file] = [await furnish('new'), await furnish('old'), newFile()]
    await pack(from, file)
    const run = unpack({ folder: to, key: 'userspace-other', check }, file)
    await expect(run).rejects.toThrow(
      'holds userspace-test, but this version of No Oops needs userspace-other',
    )
    expect(readFileSync(join(to.root, 'usr/bin/rustc'), 'utf8')).toBe('old')
    expect(readMarker(to)).toBeDefined()
  })

  it('is refused if its compilers do not work, and what was there stays', async () => {
    const [from, to, file] = [await furnish('new'), await furnish('old'), newFile()]
    await pack(from, file)
    const run = unpack({ folder: to, key, check: () => Promise.reject(new Error('broken')) }, file)
    await expect(run).rejects.toThrow('broken')
    expect(readFileSync(join(to.root, 'usr/bin/rustc'), 'utf8')).toBe('old')
  })

  it.each([
    ['has another program in it', (root: string) => writeFileSync(join(root, 'usr/bin/rustc'), 'evil')],
    ['has one more file', (root: string) => writeFileSync(join(root, 'usr/bin/more'), '')],
    ['lacks a link', (root: string) => rmSync(join(root, 'usr/bin/cc'))],
  ])('is refused if it %s than when it was packed', async (_, change) => {
    const [from, to, file, changed] = [
      await furnish('new'),
      await furnish('old'),
      newFile(),
      temporaryFolder(),
    ]
    await pack(from, file)
    execFileSync('tar', ['--extract', '-C', changed], { input: zstdDecompressSync(readFileSync(file)) })
    change(join(changed, 'root'))
    writeFileSync(file, tarOf(changed))
    await expect(unpack({ folder: to, key, check }, file)).rejects.toThrow(
      'something else than what was packed',
    )
    expect(readFileSync(join(to.root, 'usr/bin/rustc'), 'utf8')).toBe('old')
  })

  it('is refused if it says nothing of its content', async () => {
    const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
    writeFileSync(file, tarOf(from.path))
    await expect(unpack({ folder: to, key, check }, file)).rejects.toThrow('no hash of its content')
    expect(readMarker(to)).toBeUndefined()
  })

  it.each([
    ['above it', ['--absolute-names', '--transform=s,^,../,', 'toolroom.json']],
    ['at an absolute place', ['--absolute-names', '--transform=s,^,/tmp/,', 'toolroom.json']],
    ['beside the root', ['--transform=s,^,other/,', 'toolroom.json']],
    ['hidden in the root', ['--absolute-names', '--transform=s,^root,root/../..,', 'root/usr/bin/rustc']],
  ])('is refused if it has a path %s', async (_, options) => {
    const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
    const tar = execFileSync('tar', ['--create', '-C', from.path, 'toolroom.json', ...options])
    writeFileSync(file, zstdCompressSync(tar))
    await expect(unpack({ folder: to, key, check }, file)).rejects.toThrow('does not belong in a toolroom')
    expect(readMarker(to)).toBeUndefined()
  })

  it('writes nothing through a link that it brings along', async () => {
    const outside = temporaryFolder()
    const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
    symlinkSync(outside, join(from.root, 'door'))
    writeFileSync(join(from.path, 'letter'), 'x')
    const archive = `${file}.tar`
    execFileSync('tar', ['--create', '-f', archive, '-C', from.path, 'toolroom.json', 'root'])
    execFileSync('tar', ['--append', '-f', archive, '--transform=s,^,root/door/,', '-C', from.path, 'letter'])
    writeFileSync(file, zstdCompressSync(readFileSync(archive)))
    await unpack({ folder: to, key, check }, file).catch(() => {})
    expect(existsSync(join(outside, 'letter'))).toBe(false)
  })

  it.each(['root', 'root/usr'])(
    'is refused if %s is a link, which would show a folder of the host',
    async (path) => {
      const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
      rmSync(join(from.path, path), { recursive: true })
      symlinkSync('/', join(from.path, path))
      await pack(from, file)
      await expect(unpack({ folder: to, key, check }, file)).rejects.toThrow('a link in place of')
      expect(readMarker(to)).toBeUndefined()
    },
  )

  it('brings no program along that runs with the rights of its owner', async () => {
    const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
    chmodSync(join(from.root, 'usr/bin/rustc'), 0o6777)
    await pack(from, file)
    await unpack({ folder: to, key, check }, file)
    expect(statSync(join(to.root, 'usr/bin/rustc')).mode & 0o7777).toBe(0o755)
  })

  it.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['is no pack at all', () => Buffer.from('hello')],
  ])('is refused if it %s', async (_, spoil) => {
    const [from, to, file] = [await furnish('new'), emptyRoom(), newFile()]
    await pack(from, file)
    writeFileSync(file, spoil(readFileSync(file)))
    await expect(unpack({ folder: to, key, check }, file)).rejects.toThrow('is damaged')
  })

  it('must be there', async () => {
    await expect(unpack({ folder: emptyRoom(), key, check }, '/nowhere')).rejects.toThrow(
      '/nowhere is not there',
    )
  })
})

it('An unfinished toolroom is not packed', async () => {
  await expect(pack(emptyRoom(), newFile())).rejects.toThrow('no finished toolroom')
})

/** A pack that no `pack` has written. */
function tarOf(folder: string): Buffer {
  return zstdCompressSync(execFileSync('tar', ['--create', '-C', folder, 'toolroom.json', 'root']))
}

function newFile(): string {
  return join(temporaryFolder(), 'room.tar.zst')
}

function emptyRoom(): RoomFolder {
  const folder = toRoomFolder(temporaryFolder(), key)
  mkdirSync(folder.path)
  return folder
}

async function furnish(content: string): Promise<RoomFolder> {
  const folder = toRoomFolder(temporaryFolder(), key)
  await makeFolder(folder)
  mkdirSync(join(folder.root, 'usr/bin'), { recursive: true })
  writeFileSync(join(folder.root, 'usr/bin/rustc'), content, { mode: 0o755 })
  symlinkSync('rustc', join(folder.root, 'usr/bin/cc'))
  await writeMarker(folder, key, versions)
  return folder
}
