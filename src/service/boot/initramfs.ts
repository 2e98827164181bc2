import type { Sandbox } from '../sandbox.ts'
import { toCpio, type Entry } from './cpio.ts'
import { fileSystemTable, toInitScript } from './init-script.ts'

/** What one boot brings along. */
export interface Cargo {
  module: Uint8Array
  script: string
}

/** Packs the files that a kernel finds when it boots: busybox from the room, the module and the script. */
export async function packInitramfs(room: Sandbox, { module, script }: Cargo): Promise<Uint8Array> {
  const own: Entry[] = [
    { kind: 'file', path: 'root/driver.ko', content: module },
    { kind: 'file', path: 'init', content: toInitScript(script), executable: true },
  ]
  return Buffer.concat([await baseOf(room), toCpio(own)])
}

const bases = new WeakMap<Sandbox, Promise<Uint8Array>>()

/** The same for every boot of a room, so it is read out of it once. */
function baseOf(room: Sandbox): Promise<Uint8Array> {
  const known = bases.get(room)
  if (known) return known
  const base = packBase(room)
  bases.set(room, base)
  base.catch(() => bases.delete(room))
  return base
}

async function packBase(room: Sandbox): Promise<Uint8Array> {
  const busybox = await room.run({ command: ['busybox', 'cat', '/usr/bin/busybox'], files: {} })
  if (busybox.kind !== 'exited' || busybox.code !== 0) throw new Error('the room gave no busybox')
  return toCpio([
    ...folders.map((path) => ({ kind: 'folder' as const, path })),
    { kind: 'file', path: 'bin/busybox', content: busybox.stdout, executable: true },
    ...commands.map((name) => ({ kind: 'link' as const, path: `bin/${name}`, to: 'busybox' })),
    { kind: 'file', path: 'etc/fstab', content: fileSystemTable },
  ])
}

const folders = ['bin', 'dev', 'etc', 'proc', 'root', 'sys', 'tmp']

/** What one uses to try a driver; each of them costs every boot a little. */
const commands = [
  ...['sh', 'mount', 'umount', 'poweroff', 'insmod', 'rmmod', 'lsmod', 'dmesg', 'uname', 'mknod', 'stat'],
  ...['cat', 'head', 'tail', 'dd', 'hexdump', 'od', 'xxd', 'cmp', 'wc', 'tee', 'grep', 'sed', 'awk', 'cut'],
  ...['tr', 'sort', 'uniq', 'ls', 'find', 'cp', 'mv', 'rm', 'ln', 'mkdir', 'rmdir', 'touch', 'chmod'],
  ...['sleep', 'usleep', 'timeout', 'seq', 'xargs', 'yes', 'env', 'expr', 'date', 'ps', 'kill', 'killall'],
  ...[
    'basename',
    'dirname',
    'readlink',
    'sync',
    'free',
    'nproc',
    'time',
    'id',
    'strings',
    'setsid',
    'taskset',
  ],
]
