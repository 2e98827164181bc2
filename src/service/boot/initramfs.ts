import { createHash } from 'node:crypto'
import type { FileStore } from '../file-store.ts'
import type { Job, Sandbox } from '../sandbox.ts'
import { toCpio } from './cpio.ts'
import { fileSystemTable, initScript } from './init-script.ts'
import { firstProgram } from './machine-job.ts'

/** Gives the files that a kernel finds when it boots, as a file that a job may have. */
export type Initramfs = () => Promise<Job['files'][string]>

/** Packs them when they are first asked for, with busybox out of the room: they are the same for every boot of it. */
export function createInitramfs(room: Sandbox, store: FileStore): Initramfs {
  let packed: Promise<Packed> | undefined
  return async () => {
    packed ??= pack(room)
    const { archive, name } = await packed.catch((error: unknown) => {
      packed = undefined
      throw error
    })
    return (await store.get(name)) ?? (await store.put(name, archive)) ?? archive
  }
}

interface Packed {
  archive: Uint8Array
  /** In the store. */
  name: string
}

async function pack(room: Sandbox): Promise<Packed> {
  const busybox = await room.run({ command: ['busybox', 'cat', '/usr/bin/busybox'], files: {} })
  if (busybox.kind !== 'exited' || busybox.code !== 0) throw new Error('the room gave no busybox')
  const archive = toCpio([
    ...folders.map((path) => ({ kind: 'folder' as const, path })),
    { kind: 'file', path: 'bin/busybox', content: busybox.stdout, executable: true },
    ...commands.map((name) => ({ kind: 'link' as const, path: `bin/${name}`, to: 'busybox' })),
    { kind: 'file', path: 'etc/fstab', content: fileSystemTable },
    { kind: 'file', path: firstProgram, content: initScript, executable: true },
  ])
  return { archive, name: `${createHash('sha256').update(archive).digest('hex')}.cpio` }
}

const folders = ['bin', 'dev', 'etc', 'mnt', 'proc', 'root', 'sys', 'tmp']

/** What one uses to try a driver; each of them costs every boot a little. */
const commands = [
  ...['sh', 'mount', 'umount', 'poweroff', 'insmod', 'rmmod', 'lsmod', 'dmesg', 'uname', 'mknod', 'stat'],
  ...['cat', 'head', 'tail', 'dd', 'hexdump', 'od', 'xxd', 'cmp', 'wc', 'tee', 'grep', 'sed', 'awk', 'cut'],
  ...['tr', 'sort', 'uniq', 'ls', 'find', 'cp', 'mv', 'rm', 'ln', 'mkdir', 'rmdir', 'touch', 'chmod'],
  ...['sleep', 'usleep', 'timeout', 'seq', 'xargs', 'yes', 'env', 'expr', 'date', 'ps', 'kill', 'killall'],
  ...['basename', 'dirname', 'readlink', 'sync', 'free', 'nproc', 'time', 'id', 'strings', 'setsid'],
  ...['taskset', 'cpio'],
]
