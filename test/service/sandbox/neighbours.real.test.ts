import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasSandboxUsers } from '#service/bubblewrap/sandbox-user.ts'
import { openSandbox } from './sandboxed.ts'

describe.skipIf(!hasSandboxUsers())('Sandboxes that run at the same time', () => {
  it('belong to different users, to whom nothing else belongs', async () => {
    const users = await withSandboxes(4, (pids) => pids.map(userOf))
    expect(new Set(users).size).toBe(4)
    for (const user of users) expect(user).toBeGreaterThan(16_384)
  })

  it('leave their users to those that come after', async () => {
    const before = await withSandboxes(4, (pids) => pids.map(userOf))
    for (let n = 0; n < 3; n += 1) {
      const users = await withSandboxes(4, (pids) => pids.map(userOf))
      expect(new Set(users)).toEqual(new Set(before))
    }
  })

  it('have nothing of the host open but two pipes', async () => {
    const kinds = await withSandboxes(1, ([pid]) => descriptorsOf(pid!))
    expect(kinds).toEqual(['0 device', '1 pipe', '2 pipe'])
  })
})

/** Looks at the processes of so many sandboxes that sleep at the same time. */
async function withSandboxes<Found>(count: number, look: (pids: string[]) => Found): Promise<Found> {
  const marks = Array.from({ length: count }, (_, n) => `${process.pid}${n}77`)
  const stop = new AbortController()
  const runs = marks.map((mark) =>
    openSandbox().run({ command: ['busybox', 'sleep', mark], files: {} }, stop.signal),
  )
  const ended = Promise.allSettled(runs)
  await expect.poll(() => marks.every((mark) => pidOf(mark)), { timeout: 10_000 }).toBe(true)
  const found = look(marks.map((mark) => pidOf(mark)!))
  stop.abort()
  await ended
  return found
}

function pidOf(mark: string): string | undefined {
  const line = `busybox\0sleep\0${mark}\0`
  return readdirSync('/proc').find((name) => /^\d+$/.test(name) && read(name, 'cmdline') === line)
}

function userOf(pid: string): number {
  return Number(/^Uid:\s+(\d+)/m.exec(read(pid, 'status'))?.[1])
}

function descriptorsOf(pid: string): string[] {
  return readdirSync(`/proc/${pid}/fd`).map((fd) => {
    const found = statSync(`/proc/${pid}/fd/${fd}`)
    return `${fd} ${found.isFIFO() ? 'pipe' : found.isCharacterDevice() ? 'device' : 'other'}`
  })
}

/** Nothing of a process that has ended in between. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
