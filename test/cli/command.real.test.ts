import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writePackage } from '#scripts/pack/write-package.ts'
import type { RunningServer } from '#service/start-server.ts'
import { kernelTimeout, openRealKernel } from '../service/kernel/real-kernel.ts'
import { openRealService } from '../service/real-service.ts'

let server: RunningServer
/** An empty folder but for the packed command and what a test writes. */
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'no-oops-cli-'))
  const unpacked = join(folder, 'unpacked')
  await writePackage(unpacked)
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: unpacked,
  })
  if (packed.status !== 0) throw new Error(String(packed.stderr))
  const lesson = new URL('../../lessons/03-ownership/02-borrow-deadline/', import.meta.url)
  const driver = await readFile(new URL('c/driver.c', lesson), 'utf8')
  await write('fault/driver.c', driver)
  await write('fault/boot.sh', await readFile(new URL('boot.sh', lesson), 'utf8'))
  await write('slow/driver.c', driver)
  await write('slow/boot.sh', 'insmod driver.ko\nsleep 30\n')
  server = await openRealService({}, { kasan: await openRealKernel() })
}, kernelTimeout)

afterAll(() => server.close())

/** Starts the packed command. */
function start(...words: string[]) {
  const main = join(folder, 'unpacked/no-oops.cjs')
  const env = { ...process.env, NO_OOPS_SERVICE: server.url }
  return spawn(process.execPath, [main, ...words], { cwd: folder, env })
}

async function run(...words: string[]) {
  const child = start(...words)
  child.stdin.end()
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: code as number, out, err }
}

async function write(name: string, source: string) {
  await mkdir(join(folder, name, '..'), { recursive: true })
  await writeFile(join(folder, name), source)
}

/** How many jobs and boots the service says that it has. */
async function running(): Promise<number> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  const counts = metrics.matchAll(/^no_oops_(?:jobs|boots)_(?:running|waiting) (\d+)$/gm)
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0)
}

it('runs by npx from its package in an empty folder, with nothing but Node', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'no-oops-npx-'))
  await cp(join(folder, 'no-oops-0.1.0.tgz'), join(empty, 'no-oops.tgz'))
  await writeFile(join(empty, 'main.rs'), 'fn main() { let x: u8 = 256; }\n')
  const env = { ...process.env, NO_OOPS_SERVICE: server.url, npm_config_cache: join(empty, '.npm') }
  const words = ['--yes', '--offline', './no-oops.tgz', 'build', 'main.rs']
  const child = spawn('npx', words, { cwd: empty, env })
  child.stdin.end()
  const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect(out).toContain('error: literal out of range for `u8`\n --> main.rs:1:')
  expect(code).toBe(1)
})

describe('a driver', () => {
  it('is built, booted, and its crash is shown on its line', async () => {
    expect(await run('check', 'fault/driver.c')).toMatchObject({ code: 0 })
    const { code, out } = await run('boot', 'fault')
    expect(code).toBe(1)
    expect(out).toMatch(
      /error\[kasan\]: BUG: KASAN: slab-use-after-free in \w+\n +--> fault\/driver\.c:\d+:\d+\n/,
    )
    expect(out).toContain('used here after free')
  })

  it('is loaded in a shell into which commands come from a pipe', async () => {
    const child = start('shell', 'fault')
    child.stdin.end('insmod driver.ko && cat /proc/modules\n')
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
    expect(out).toMatch(/driver \d+ 0 - Live/)
    expect(code).toBe(0)
  })

  it('is formatted as the kernel is', async () => {
    await write('loose.c', 'int  f ( void ) { return 0 ; }\n')
    expect(await run('format', 'loose.c')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'loose.c'), 'utf8')).toBe('int f(void)\n{\n\treturn 0;\n}\n')
  })
})

describe('a command that is ended', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s in mid-boot exits with 130, and nothing is left in the service',
    async (signal) => {
      await write('slow/driver.c', await readFile(join(folder, 'fault/driver.c'), 'utf8'))
      await write('slow/boot.sh', 'insmod driver.ko\nsleep 30\n')
      const child = start('boot', 'slow')
      let out = ''
      child.stdout.on('data', (chunk) => (out += String(chunk)))
      await expect.poll(() => out, { timeout: 20_000 }).toContain('# sleep 30')
      child.kill(signal)
      expect((await once(child, 'close'))[0]).toBe(130)
      await expect.poll(running, { timeout: 5000 }).toBe(0)
    },
  )

  it('at any moment leaves nothing in the service', async () => {
    for (const milliseconds of [0, 60, 120, 250, 500]) {
      const child = start('boot', 'slow')
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      child.kill('SIGINT')
      await once(child, 'close')
    }
    await expect.poll(running, { timeout: 5000 }).toBe(0)
  })

  it('by a reader that has had enough says nothing', async () => {
    const child = start('boot', 'fault')
    child.stdout.once('data', () => child.stdout.destroy())
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect([err, code]).toEqual(['', 141])
    await expect.poll(running, { timeout: 5000 }).toBe(0)
  })
})

describe('a connection that breaks', () => {
  let proxy: Server
  afterAll(() => proxy.close())

  it('in mid-boot is told, and the command exits with 3', async () => {
    const sockets = new Set<Socket>()
    proxy = createServer((client) => {
      const { hostname, port } = new URL(server.url)
      const service = connect(Number(port), hostname)
      client.pipe(service).pipe(client)
      for (const socket of [client, service]) sockets.add(socket.on('error', () => {}))
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    const address = proxy.address() as { port: number }
    const child = start('boot', 'slow', '--service', `http://127.0.0.1:${address.port}`)
    child.stdout.on('data', (chunk) => {
      if (String(chunk).includes('# sleep 30')) sockets.forEach((socket) => socket.destroy())
    })
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect(code).toBe(3)
    expect(err).toContain('broke before the kernel was done. Give the command again.')
  })
})

it('a file that is not there is told by its name', async () => {
  const { code, err } = await run('check', 'nowhere/main.rs')
  expect([code, err]).toEqual([2, 'no-oops: There is no «nowhere/main.rs» here.\n'])
})
