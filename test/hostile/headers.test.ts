import { chownSync, mkdirSync, readdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CompileRequest, CompileResult } from '#protocol/compile.ts'
import { bootWith } from '../service/boot/boot-with.ts'
import { kernelTimeout, openRealRoom } from '../service/kernel/real-kernel.ts'
import { makeReachableFolder } from '../service/reachable-folder.ts'
import { post } from '../service/test-service.ts'
import { ordinaryUser, serveAs, serviceUsers, type ServedReal, type ServiceUser } from './serve-as.ts'

const megabyte = 1024 * 1024
let server: ServedReal | undefined

beforeAll(() => openRealRoom('kasan'), kernelTimeout)

afterEach(async () => {
  await server?.end()
  server = undefined
})

describe.each(serviceUsers)('drivers with ever new headers, in a service of %s', (user) => {
  it(
    'never take more of the disk than they may, nor more descriptors',
    async () => {
      const folder = reachableBy(user)
      const { url, pid } = await openService(user, folder, 30 * megabyte)
      await check(url, 'first')
      const before = openFiles(pid).length
      const sizes: number[] = []
      const timer = setInterval(() => sizes.push(bytesOf(folder) + lingeringBytes(pid)), 20)
      for (let n = 0; n < 12; n += 2) await Promise.all([check(url, `${n}`), check(url, `${n + 1}`)])
      clearInterval(timer)
      expect(readdirSync(folder).length).toBeGreaterThan(0)
      expect(Math.max(...sizes)).toBeLessThanOrEqual(30 * megabyte)
      expect(openFiles(pid).length).toBeLessThanOrEqual(before + 4)
    },
    kernelTimeout,
  )
})

describe.each(serviceUsers)('headers for which there is no place, in a service of %s', (user) => {
  const places: [string, () => string][] = [['a folder that cannot be made', belowFile]]
  if (process.getuid?.() === 0) places.push(['a disk that is full', onFullDisk])

  it.each(places)(
    'are done without on %s: checks and boots go on, and nothing stays open',
    async (_, makePlace) => {
      const { url, pid } = await openService(user, makePlace(), 100 * megabyte)
      await check(url, 'first')
      const before = openFiles(pid).length
      for (const name of ['a', 'b', 'c'])
        expect(await check(url, name)).toMatchObject({ outcome: 'accepted' })
      const events = await bootWith(url, {
        ...{ language: 'c', variant: 'kasan', script: 'insmod driver.ko' },
        files: toDriver('boot').files,
      })
      expect(events.at(-1)).toMatchObject({ kind: 'finished' })
      expect(openFiles(pid).length).toBeLessThanOrEqual(before + 4)
    },
    kernelTimeout,
  )
})

async function openService(user: ServiceUser, folder: string, bytes: number): Promise<ServedReal> {
  server = await serveAs(user, { hasKernel: true, headers: { folder, bytes } })
  return server
}

function reachableBy(user: ServiceUser): string {
  const folder = makeReachableFolder()
  if (user !== 'root') chownSync(folder, ordinaryUser, ordinaryUser)
  return folder
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
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4M,mode=777', 'tmpfs', folder])
  expect(mounted.status).toBe(0)
  process.on('exit', () => spawnSync('umount', [folder]))
  return folder
}

async function check(url: string, name: string): Promise<CompileResult> {
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

function openFiles(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(pid, fd))
}

function bytesOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + sizeOf(join(folder, name)), 0)
}

/** Of files that are open and have no name any more. */
function lingeringBytes(pid: number): number {
  const fds = readdirSync(`/proc/${pid}/fd`).filter((fd) => linkOf(pid, fd).endsWith(' (deleted)'))
  return fds.reduce((sum, fd) => sum + sizeOf(`/proc/${pid}/fd/${fd}`), 0)
}

/** Nothing of one that was closed in between. */
function linkOf(pid: number, fd: string): string {
  try {
    return readlinkSync(`/proc/${pid}/fd/${fd}`)
  } catch {
    return ''
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
