import { readdirSync, readFileSync, readlinkSync, statfsSync, statSync } from 'node:fs'
import { processTree } from './process-tree.ts'

/**
 * Bytes that a process and all that came from it have in memory; what is shared counts for each of them. What the kernel
 * holds for them cannot be seen: each socket and pipe counts with all that it may hold, each file in `/tmp` with its inode.
 */
export function memoryOfTree(pid: number): number {
  const members = processTree(pid)
  const channels = new Set(members.flatMap(channelsOf))
  return sum([...members.map(memoryOf), ...[...channels].map(mostIn), inodesOf(members[1])])
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

/** All but files. */
function memoryOf(pid: number): number {
  const lines = read(`/proc/${pid}/status`).matchAll(/^(?:RssAnon|RssShmem|VmPTE):\s+(\d+) kB$/gm)
  return sum([...lines].map(([, kilobytes]) => Number(kilobytes) * 1024))
}

/** Such as `socket:[4711]`. Several processes may have the same. */
function channelsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  try {
    return readdirSync(folder).flatMap((fd) => channelOf(`${folder}/${fd}`))
  } catch {
    return []
  }
}

function channelOf(path: string): string[] {
  try {
    const link = readlinkSync(path)
    return /^(?:socket|pipe):/.test(link) ? [link] : []
  } catch {
    return []
  }
}

function mostIn(channel: string): number {
  return channel.startsWith('pipe') ? mostInPipe : mostInSocket()
}

const mostInPipe = 64 * 1024

let socketBytes: number | undefined

/** A sandbox cannot have larger ones. */
function mostInSocket(): number {
  socketBytes ??= Number(read('/proc/sys/net/core/wmem_default')) || 212_992
  return socketBytes
}

const bytesOfInode = 1024

/** Of the files in the `/tmp` of a process, if that is not the one of the host. */
function inodesOf(pid: number | undefined): number {
  const folder = `/proc/${pid}/root/tmp`
  try {
    if (statSync(folder).dev === statSync('/tmp').dev) return 0
    const { files, ffree } = statfsSync(folder)
    return (files - ffree) * bytesOfInode
  } catch {
    return 0
  }
}

/** Nothing of a process that has ended in between. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
