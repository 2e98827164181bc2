import { mkdirSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { openFileStore } from '#service/file-store.ts'
import type { RunningServer } from '#service/start-server.ts'
import { bootWith } from '../service/boot/boot-with.ts'
import { kernelTimeout, openRealKernel } from '../service/kernel/real-kernel.ts'
import { makeReachableFolder } from '../service/reachable-folder.ts'
import { openRealService } from '../service/real-service.ts'
import { post } from '../service/test-service.ts'

const megabyte = 1024 * 1024
const servers: RunningServer[] = []

afterAll(async () => {
  for (const server of servers) await server.close()
})

describe('drivers with ever new headers', () => {
  it(
    'never take more of the disk than they may, nor more descriptors',
    async () => {
      const folder = makeReachableFolder()
      const server = await openService(folder, 30 * megabyte)
      await check(server, 'first')
      const before = openFiles().length
      const sizes: number[] = []
      const timer = setInterval(() => sizes.push(bytesOf(folder) + lingeringBytes()), 20)
      for (let n = 0; n < 12; n += 2) await Promise.all([check(server, `${n}`), check(server, `${n + 1}`)])
      clearInterval(timer)
      expect(readdirSync(folder).length).toBeGreaterThan(0)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(30 * megabyte)
      expect(openFiles().length).toBeLessThanOrEqual(before + 4)
    },
    kernelTimeout,
  )
})

describe('headers for which there is no place', () => {
  const places: [string, () => string][] = [['a folder that cannot be made', belowFile]]
  if (process.getuid?.() === 0) places.push(['a disk that is full', onFullDisk])

  it.each(places)(
    'are done without on %s: checks and boots go on, and nothing stays open',
    async (_, makePlace) => {
      const server = await openService(makePlace(), 100 * megabyte)
      await check(server, 'first')
      const before = openFiles().length
      for (const name of ['a', 'b', 'c'])
        expect(await check(server, name)).toMatchObject({ outcome: 'accepted' })
      const events = await bootWith(server.url, {
        ...{ language: 'c', variant: 'kasan', script: 'insmod driver.ko' },
        files: toDriver('boot').files,
      })
      expect(events.at(-1)).toMatchObject({ kind: 'finished' })
      expect(openFiles().length).toBeLessThanOrEqual(before + 4)
    },
    kernelTimeout,
  )
})

async function openService(folder: string, bytes: number): Promise<RunningServer> {
  const kernel = await openRealKernel('kasan', openFileStore(folder, bytes))
  const server = await openRealService({}, { kasan: kernel })
  servers.push(server)
  return server
}

function belowFile(): string {
  const file = join(makeReachableFolder(), 'file')
  writeFileSync(file, '')
  return join(file, 'headers')
}

/** Of half a header. It goes with the namespace of mounts that this process is in, or with the machine. */
function onFullDisk(): string {
  const folder = join(makeReachableFolder(), 'disk')
  mkdirSync(folder)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4M', 'tmpfs', folder]).status).toBe(0)
  process.on('exit', () => spawnSync('umount', [folder]))
  return folder
}

async function check({ url }: RunningServer, name: string): Promise<CompileResult> {
  const response = await fetch(`${url}/api/compile`, post(toDriver(name)))
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return JSON.parse(text) as CompileResult
}

/** No two have the same preamble. */
function toDriver(name: string): CompileRequest {
  const source = `#include <linux/module.h>
#include <linux/slab.h>
#define DRIVER "${name}"
static int __init includes_init(void) { return 0; }
module_init(includes_init);
static void __exit includes_exit(void) { }
module_exit(includes_exit);
MODULE_DESCRIPTION("Includes");
MODULE_LICENSE("GPL");
`
  return { target: 'kernel', language: 'c', action: 'check', variant: 'kasan', files: { 'driver.c': source } }
}

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').map(linkOf)
}

function bytesOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + sizeOf(join(folder, name)), 0)
}

/** Of files that are open and have no name any more. */
function lingeringBytes(): number {
  const fds = readdirSync('/proc/self/fd').filter((fd) => linkOf(fd).endsWith(' (deleted)'))
  return fds.reduce((sum, fd) => sum + sizeOf(`/proc/self/fd/${fd}`), 0)
}

/** Nothing for the descriptor that the list itself was read with. */
function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
