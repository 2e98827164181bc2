import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeControlGroups } from '#service/bubblewrap/control-groups.ts'

let mount: string

beforeEach(() => {
  mount = mkdtempSync(join(tmpdir(), 'no-oops-groups-'))
})

afterEach(() => rmSync(mount, { recursive: true }))

const isRoot = process.getuid!() === 0
const uid = isRoot ? 30_303 : process.getuid!()

describe('Control groups of version 2', () => {
  it('are made in a group that was handed to us, whose processes move out of the way', () => {
    write('user/unit/cgroup.controllers', 'cpu memory pids')
    write('user/unit/cgroup.procs', '4711\n')
    if (isRoot) chownSync(join(mount, 'user/unit'), uid, uid)
    const made = makeControlGroups(1000, { mount, memberships: '0::/user/unit\n', uid })
    expect(dirname(made!.folder)).toBe(join(mount, 'user/unit'))
    expect(readIn(made!.folder, 'memory.max')).toBe('1000')
    expect(read('user/unit/no-oops-service/cgroup.procs')).toBe('4711')
  })

  it('are made in the first group of a container', () => {
    write('cgroup.controllers', 'memory')
    write('cgroup.procs', '1\n')
    const made = makeControlGroups(1000, { mount, memberships: '0::/\n', uid: 0 })
    expect(dirname(made!.folder)).toBe(mount)
    expect(read('no-oops-service/cgroup.procs')).toBe('1')
    expect(read('cgroup.subtree_control')).toBe('+memory')
    expect(readIn(made!.folder, 'cgroup.subtree_control')).toBe('+memory')
    expect(made).toMatchObject({ limit: 'memory.max', entry: 'cgroup.procs', events: 'memory.events' })
  })

  it('are made beside our own where that is not ours to divide', () => {
    write('system/unit/cgroup.controllers', 'memory')
    const made = makeControlGroups(1000, { mount, memberships: '0::/system/unit\n', uid: 0 })
    expect(dirname(made!.folder)).toBe(join(mount, 'system'))
  })

  it('are not made where they do not hold memory', () => {
    write('unit/cgroup.controllers', 'cpu pids')
    expect(makeControlGroups(1000, { mount, memberships: '0::/unit\n', uid: 0 })).toBeUndefined()
  })
})

describe('Control groups of version 1', () => {
  it('are made in our own', () => {
    mkdirSync(join(mount, 'memory/ours'), { recursive: true })
    const made = makeControlGroups(1000, { mount, memberships: '4:memory:/ours\n0::/\n', uid: 0 })
    expect(dirname(made!.folder)).toBe(join(mount, 'memory/ours'))
    expect(readIn(made!.folder, 'memory.limit_in_bytes')).toBe('1000')
    expect(made).toMatchObject({ entry: 'tasks', events: 'memory.oom_control' })
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(mount, path)), { recursive: true })
  writeFileSync(join(mount, path), text)
}

function read(path: string): string {
  return readIn(mount, path)
}

function readIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}
