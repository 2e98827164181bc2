import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StageStatus } from '#protocol/status.ts'
import { userspace } from '#service/toolroom/recipe.ts'
import { toRoomFolder } from '#service/toolroom/room-folder.ts'
import type { Toolroom } from '#service/toolroom/toolroom.ts'
import { prepareLater, prepareToolroom, prepareToolrooms } from '#scripts/prepare-toolroom.ts'

let printed: string

beforeEach(() => {
  printed = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (printed += `${text}\n`))
})
afterEach(() => vi.restoreAllMocks())

it('Toolrooms that are prepared one after the other all say at once that they will be', async () => {
  const events: string[] = []
  const spy = (name: string): Toolroom => ({
    ...toolroom({ state: 'unavailable', reason: 'x', remedy: 'y' }, { state: 'ready', toolchain: 'rustc' }),
    announce: () => void events.push(`announce ${name}`),
    make: () => {
      events.push(`make ${name}`)
      return Promise.resolve({ state: 'ready', toolchain: 'rustc' })
    },
  })
  expect(await prepareToolrooms([spy('one'), spy('two')])).toBe(true)
  expect(events).toEqual(['announce one', 'announce two', 'make one', 'make two'])
})

it('What could not be prepared is tried again, later each time, until it works', async () => {
  let tries = 0
  const waits: number[] = []
  await prepareLater(
    () => Promise.resolve(++tries === 9),
    (seconds) => (waits.push(seconds), Promise.resolve()),
  )
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800])
})

describe('preparing the toolroom', () => {
  it('is silent if it is there', async () => {
    await prepareToolroom(toolroom({ state: 'ready', toolchain: 'rustc 1.85.1' }))
    expect(printed).toBe('')
  })

  it('says what became of it', async () => {
    const status = await prepareToolroom(
      toolroom({ state: 'preparing', percent: 3, step: 'x' }, { state: 'ready', toolchain: 'rustc 1.85.1' }),
    )
    expect(status.state).toBe('ready')
    expect(printed).toMatch(/^Preparing the toolroom .*\n[^]*The toolroom is ready: rustc 1\.85\.1\.\n$/)
  })

  it('says what to do where there can be none', async () => {
    const status = {
      state: 'unavailable' as const,
      reason: 'The sandbox needs Linux.',
      remedy: 'Use a container.',
    }
    await prepareToolroom(toolroom(status, status))
    expect(printed).toContain(
      'There is no toolroom: The sandbox needs Linux.\n  What to do: Use a container.\n',
    )
  })
})

function toolroom(before: StageStatus, after = before): Toolroom {
  return {
    root: '/nowhere',
    folder: toRoomFolder('/nowhere', 'none'),
    recipe: userspace,
    key: 'none',
    status: () => before,
    announce: () => {},
    make: () => Promise.resolve(after),
  }
}
