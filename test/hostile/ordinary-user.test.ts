import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { cacheFolder } from '#service/toolroom/cache-folder.ts'
import type { BootEvent } from '#protocol/boot.ts'
import { kernelTimeout, openRealRoom } from '../service/kernel/real-kernel.ts'
import { moduleExpectations } from './module-expectations.ts'
import { ordinaryUser } from './serve-as.ts'

beforeAll(() => openRealRoom('kasan'), kernelTimeout)

describe('a service of an ordinary user, for whom the kernel holds no memory of others', () => {
  it.each(['hogs-memory.c', 'hogs-shared-memory.c', 'hogs-sockets.c'])(
    'ends %s before the machine has given it much',
    async (module) => {
      const { last, taken, console: _, ...user } = await bootAsUser(module, 'insmod driver.ko\nsleep 20')
      expect(user).toEqual({ hasMemoryGroups: false, uid: ordinaryUser })
      // On a busy machine, its kernel may notice first that the module does not let go of the processor.
      expect(toEnd(last)).toBeOneOf(['memory', 'panicked'])
      expect(taken).toBeLessThan(1.5 * 1024 ** 3)
    },
    120_000,
  )

  it.each(moduleExpectations.filter(({ module }) => alsoHeld.includes(module)))(
    'holds $module as root does: $danger',
    async ({ module, ends, says = [], neverSays = [] }) => {
      const { last, console, uid } = await bootAsUser(module)
      expect(uid).toBe(ordinaryUser)
      expect(toEnd(last), console).toBeOneOf(ends)
      for (const words of says) expect(console).toMatch(words)
      for (const words of neverSays) expect(console).not.toMatch(words)
    },
    120_000,
  )

  it('boots a harmless module as ever', async () => {
    const { last } = await bootAsUser('harmless.c')
    expect(last).toMatchObject({ kind: 'finished', verdict: 'clean' })
  }, 120_000)
})

/** What does not depend on a user of its own for each sandbox. */
const alsoHeld = [
  ...[
    'reads-host-files.c',
    'writes-outside.c',
    'asks-for-more.c',
    'watches-files.c',
    'reaches-for-sockets.c',
  ],
  ...['uses-up-signals.c', 'fork-bomb.c', 'floods-console.c', 'embeds-host-files.c'],
]

function toEnd(last: BootEvent): string {
  if (last.kind === 'finished') return last.verdict
  return last.kind === 'stopped' ? last.reason : last.kind
}

interface Booted {
  last: BootEvent
  console: string
  /** Bytes of the machine's memory at most, what other programs took meanwhile among them. */
  taken: number
  hasMemoryGroups: boolean
  uid: number
}

async function bootAsUser(module: string, boot = 'insmod driver.ko'): Promise<Booted> {
  const script = fileURLToPath(new URL('boot-as-user.ts', import.meta.url))
  const node = [process.execPath, '--no-warnings', script, module, boot]
  const asOrdinary = ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups']
  const [file, ...args] = process.getuid?.() === 0 ? [...asOrdinary, ...node] : node
  const env = { ...process.env, HOME: '/nowhere', NO_OOPS_CACHE: cacheFolder() }
  const child = spawn(file!, args, { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`it ended with ${code}`)))
  const [booted] = (await Promise.race([once(child, 'message'), failed])) as [Booted]
  return booted
}
