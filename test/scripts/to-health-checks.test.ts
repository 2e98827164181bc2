import { expect, it, vi } from 'vitest'
import type { StageStatus } from '#protocol/status.ts'
import { userspace } from '#service/toolroom/recipe.ts'
import { toRoomFolder } from '#service/toolroom/room-folder.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'
import { toHealthChecks } from '#scripts/to-health-checks.ts'

it('A toolroom that is being made is not tried yet', async () => {
  await expect(runCheck({ state: 'preparing', percent: 3, step: 'x' })).resolves.toBe('skipped')
})

it('A toolroom that cannot be had does not work, and the log says what helps', async () => {
  const status: StageStatus = { state: 'unavailable', reason: 'No room on the disk.', remedy: 'Make some.' }
  await expect(runCheck(status)).rejects.toThrow('No room on the disk. Make some.')
})

it('A toolroom that is said to be ready is tried, and may not work', async () => {
  await expect(runCheck({ state: 'ready', toolchain: 'rustc 1.85.1' })).rejects.toThrow()
})

it('The sandbox and each toolroom has a check of its own', () => {
  const checks = toHealthChecks([toolroom({ state: 'ready', toolchain: 'rustc' })])
  expect(checks.map(({ name }) => name)).toEqual(['sandbox', 'userspace'])
})

it('Where programs of other courses run, that is tried too, once there is a compiler', async () => {
  const run = vi.fn(() => Promise.resolve({ kind: 'stopped', reason: 'crash' } as const))
  const programs = { sandbox: { run }, runtime: () => Promise.resolve({ command: ['node'], files: {} }) }
  const check = (status: StageStatus) => toHealthChecks([toolroom(status)], programs).at(-1)!
  expect(check({ state: 'preparing', percent: 3, step: 'x' }).name).toBe('playground')
  await expect(check({ state: 'preparing', percent: 3, step: 'x' }).run()).resolves.toBe('skipped')
  await expect(check({ state: 'ready', toolchain: 'rustc' }).run()).rejects.toThrow('was stopped: crash')
})

function runCheck(status: StageStatus): Promise<string> {
  return toHealthChecks([toolroom(status)])[1]!.run()
}

/** One without anything in it. */
function toolroom(status: StageStatus): Toolroom {
  return {
    root: '/nowhere',
    folder: toRoomFolder('/nowhere', 'none'),
    recipe: userspace,
    key: 'none',
    status: () => status,
    announce: () => {},
    make: () => Promise.resolve(status),
  }
}
