import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { hashTree } from './hash-tree.ts'
import { readLock, refuseAltered } from './package-lock.ts'
import type { Versions } from './prove.ts'
import { declareComplete, readMarker, replaceRoot, type RoomFolder } from './room-folder.ts'
import { ToolroomError } from './toolroom-error.ts'

/** Writes a finished toolroom into one file: tar, compressed with zstd. Its marker has a hash of all that comes after it. */
export async function pack(folder: RoomFolder, file: string): Promise<void> {
  const marker = readMarker(folder)
  if (!marker) throw new ToolroomError('There is no finished toolroom to pack.', 'npm run toolroom -- make')
  const label = await mkdtemp(join(tmpdir(), 'no-oops-pack-'))
  try {
    await declareComplete(
      { marker: join(label, 'toolroom.json') },
      { ...marker, content: await hashTree(folder.root) },
    )
    await writePack([...['-C', label, 'toolroom.json'], ...['-C', folder.path, 'root']], file)
  } finally {
    await rm(label, { recursive: true, force: true })
  }
}

async function writePack(members: string[], file: string): Promise<void> {
  const tar = run('tar', [...reproducible, '--create', ...members])
  await pipeline(
    tar.child.stdout as Readable,
    createZstdCompress(compression),
    createWriteStream(`${file}.part`),
  )
  if ((await tar.code) !== 0) throw new Error(`tar could not read what is to be in ${file}`)
  await rename(`${file}.part`, file)
}

/** Where a pack is to go, the key that it must have, and what tries its compilers before they are taken for good. */
export interface Destination {
  folder: RoomFolder
  key: string
  check: (root: string) => Promise<Versions>
}

/** Puts a packed toolroom in place of what is there. Throws `ToolroomError` if it is not one that belongs there. */
export async function unpack({ folder, key, check }: Destination, file: string): Promise<void> {
  const staging = { ...folder, path: join(folder.path, 'unpacking') }
  const arrived = {
    ...staging,
    marker: join(staging.path, 'toolroom.json'),
    root: join(staging.path, 'root'),
  }
  try {
    await refuseEscapes(file)
    await extract(file, staging.path)
    await refuseLinks([arrived.root, join(arrived.root, 'usr')], file)
    const found = readMarker(arrived)
    const packages = found?.packages
    refuseOtherKey(found?.key, key, file)
    await refuseOtherContent(arrived.root, found?.content, file)
    refuseAltered(packages ?? {}, readLock())
    const versions = await check(arrived.root)
    await replaceRoot(folder, arrived.root)
    await declareComplete(folder, { key, versions, ...(packages && { packages }) })
  } finally {
    await rm(staging.path, { recursive: true, force: true })
  }
}

const reproducible = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--format=gnu']

const compression = { params: { [constants.ZSTD_c_compressionLevel]: 9 } }

async function refuseEscapes(file: string): Promise<void> {
  const tar = run('tar', ['--list', '--absolute-names'], 'pipe')
  const bad: string[] = []
  createInterface(tar.child.stdout as Readable).on('line', (name) => {
    if (!belongs(name)) bad.push(name)
  })
  await decompress(file, tar)
  if (bad[0] === undefined) return
  throw unfit(file, `a path that does not belong in a toolroom: ${bad[0]}`)
}

function unfit(file: string, what: string): ToolroomError {
  return new ToolroomError(
    `${file} holds ${what}`,
    'Do not use this file; get one that `npm run toolroom -- pack` has written.',
  )
}

function belongs(name: string): boolean {
  return /^(toolroom\.json|root(\/.*)?)$/.test(name) && !name.split('/').includes('..')
}

/**
 * In namespaces of its own, where nothing but the target can be written to, whatever the file holds; nothing in it
 * comes out with the rights of its owner, or writable by all.
 */
async function extract(file: string, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true })
  await mkdir(target)
  await chmod(target, 0o755)
  const confined = [
    ['--unshare-all', '--uid', '0', '--gid', '0', '--die-with-parent', '--new-session'],
    ['--ro-bind', '/', '/', '--dev', '/dev', '--bind', target, target, '--'],
  ].flat()
  const tar = ['sh', '-c', 'umask 022 && exec tar "$@"', 'tar', '--extract', '-C', target]
  const options = ['--no-same-owner', '--no-same-permissions']
  await decompress(file, run('bwrap', [...confined, ...tar, ...options], 'pipe'))
}

/** The sandbox shows what lies in these folders; a link would show a folder of the host. */
async function refuseLinks(folders: string[], file: string): Promise<void> {
  for (const folder of folders) {
    const kind = await lstat(folder).catch(() => undefined)
    if (kind?.isSymbolicLink()) throw unfit(file, `a link in place of ${folder}`)
  }
}

async function decompress(file: string, tar: Running): Promise<void> {
  const fed = pipeline(createReadStream(file), createZstdDecompress(), tar.child.stdin as Writable)
  const [end, code] = await Promise.all([fed.then(undefined, (error: Error) => error), tar.code])
  const errorCode = (end as NodeJS.ErrnoException | undefined)?.code
  if (code === 0 && (!end || leftEarly.has(errorCode))) return
  const reason = errorCode === 'ENOENT' ? 'is not there' : 'is damaged'
  throw new ToolroomError(
    `${file} ${reason}.`,
    'npm run toolroom -- unpack FILE, with a file that `pack` has written.',
  )
}

/** tar ends at the archive's end mark; what is still on its way to it then finds nobody. */
const leftEarly = new Set<string | undefined>([
  'EPIPE',
  'ECONNRESET',
  'ENOTCONN',
  'ERR_STREAM_PREMATURE_CLOSE',
])

function refuseOtherKey(found: string | undefined, key: string, file: string): void {
  if (found === key) return
  throw new ToolroomError(
    `${file} holds ${found ?? 'no toolroom'}, but this version of No Oops needs ${key}.`,
    'Pack it again with this version on a machine of the same kind, or `npm run toolroom -- make`.',
  )
}

async function refuseOtherContent(root: string, content: string | undefined, file: string): Promise<void> {
  if (content !== undefined && content === (await hashTree(root))) return
  throw unfit(file, content === undefined ? 'no hash of its content' : 'something else than what was packed')
}

interface Running {
  child: ChildProcess
  code: Promise<number>
}

function run(program: string, args: string[], stdin: 'ignore' | 'pipe' = 'ignore'): Running {
  const child = spawn(program, args, {
    stdio: [stdin, 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const code = once(child, 'close').then(
    ([code]) => (code as number | null) ?? 128,
    () => 127,
  )
  return { child, code }
}
