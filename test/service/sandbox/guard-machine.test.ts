import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGuard } from '#service/bubblewrap/guard-machine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a machine that is short of memory', () => {
  it('has the largest job ended, and the next one only if that was not enough', () => {
    const { machine, guard, ended } = createMachine({ 1: 100, 2: 300, 3: 200 })
    vi.advanceTimersByTime(1000)
    expect(ended).toEqual([])
    machine.available = 5
    vi.advanceTimersByTime(100)
    expect(ended).toEqual([2])
    guard.end(2)
    vi.advanceTimersByTime(200)
    expect(ended).toEqual([2])
    vi.advanceTimersByTime(300)
    expect(ended).toEqual([2, 3])
  })

  it('ends no job when there is memory again', () => {
    const { machine, ended } = createMachine({ 1: 100, 2: 300 })
    machine.available = 5
    vi.advanceTimersByTime(60)
    machine.available = 50
    vi.advanceTimersByTime(5000)
    expect(ended).toEqual([2])
  })

  it('is not looked at while no job runs', () => {
    const { guard } = createMachine({ 1: 100 })
    guard.end(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

/** A machine on which jobs use so much, by their numbers; it should always have ten bytes. */
function createMachine(used: Record<number, number>) {
  const machine = { available: 1000 }
  const ended: number[] = []
  const guard = createGuard({ available: () => machine.available, usedBy: (pid) => used[pid]!, least: 10 })
  const pids = Object.keys(used).map(Number)
  const ends = new Map(pids.map((pid) => [pid, guard({ pid, onTooMuch: () => ended.push(pid) })]))
  return { machine, ended, guard: { end: (pid: number) => ends.get(pid)!() } }
}
