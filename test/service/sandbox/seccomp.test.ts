import { describe, expect, it } from 'vitest'
import { toSeccompFilter } from '#service/bubblewrap/seccomp.ts'

const allowed = 0x7fff0000
const notPermitted = 0x00050001
const notThere = 0x00050026
const killed = 0x80000000
const machine = { x64: 0xc000003e, arm64: 0xc00000b7 }
const calls = {
  x64: {
    write: 1,
    execve: 59,
    socket: 41,
    socketpair: 53,
    ptrace: 101,
    clone: 56,
    personality: 135,
    unshare: 272,
    bpf: 321,
    sendmsg: 46,
    fcntl: 72,
    flock: 73,
    inotify_init1: 294,
    setsockopt: 54,
  },
  arm64: {
    write: 64,
    execve: 221,
    socket: 198,
    socketpair: 199,
    ptrace: 117,
    clone: 220,
    personality: 92,
    unshare: 97,
    bpf: 280,
    sendmsg: 211,
    fcntl: 25,
    flock: 32,
    inotify_init1: 26,
    setsockopt: 208,
  },
}

describe.each(['x64', 'arm64'] as const)('The filter of kernel calls on %s', (architecture) => {
  const number = calls[architecture]
  const verdictOf =
    (filter: Buffer) =>
    (call: number, ...args: number[]) =>
      evaluate(filter, { call, machine: machine[architecture], args })
  const verdict = verdictOf(toSeccompFilter(architecture))
  const verdictInMachine = verdictOf(toSeccompFilter(architecture, { machine: true }))
  const closed = ['socket', 'ptrace', 'unshare', 'bpf', 'flock', 'inotify_init1', 'setsockopt'] as const

  it.each(closed)('denies %s', (name) => {
    expect(verdict(number[name])).toBe(notPermitted)
    expect(verdictInMachine(number[name])).toBe(notPermitted)
  })

  it.each(['write', 'execve'] as const)('allows %s', (name) => {
    expect(verdict(number[name])).toBe(allowed)
  })

  it('allows a new process, but not in new namespaces', () => {
    expect(verdict(number.clone, 0x11)).toBe(allowed)
    expect(verdict(number.clone, 0x10000011)).toBe(notPermitted)
  })

  it('says that clone3 is not there, so that clone is used', () => {
    expect(verdict(435)).toBe(notThere)
  })

  it('says that calls are not there which are younger than the list', () => {
    expect(verdict(463)).toBe(notThere)
    expect(verdict(547)).toBe(notThere)
  })

  it('allows pairs of Unix sockets only', () => {
    expect(verdict(number.socketpair, 1)).toBe(allowed)
    expect(verdict(number.socketpair, 30)).toBe(notPermitted)
  })

  it('allows fixed addresses in a machine only, and nothing else of the kind', () => {
    expect(verdict(number.personality, 0x40000)).toBe(notPermitted)
    expect(verdictInMachine(number.personality, 0x40000)).toBe(allowed)
    expect(verdictInMachine(number.personality, 0x0400000)).toBe(notPermitted)
    expect(verdictInMachine(number.personality, 0xffffffff)).toBe(notPermitted)
  })

  it('lets only a machine send messages, with descriptors but nothing urgent', () => {
    expect(verdict(number.sendmsg, 5, 0, 0)).toBe(notPermitted)
    expect(verdictInMachine(number.sendmsg, 5, 0, 0)).toBe(allowed)
    expect(verdictInMachine(number.sendmsg, 5, 0, MSG_OOB | MSG_NOSIGNAL)).toBe(notPermitted)
  })

  it('lets descriptors be duplicated, but not locked, leased, watched or made larger', () => {
    for (const command of [F_DUPFD, F_SETFL, F_DUPFD_CLOEXEC]) {
      expect(verdict(number.fcntl, 5, command)).toBe(allowed)
      expect(verdictInMachine(number.fcntl, 5, command)).toBe(allowed)
    }
    for (const command of [F_SETLK, F_OFD_SETLK, F_SETLEASE, F_NOTIFY, F_SETPIPE_SZ]) {
      expect(verdict(number.fcntl, 5, command)).toBe(notPermitted)
      expect(verdictInMachine(number.fcntl, 5, command)).toBe(notPermitted)
    }
  })

  it('lets only a machine be told of input by signals', () => {
    expect(verdict(number.fcntl, 5, F_SETSIG)).toBe(notPermitted)
    expect(verdictInMachine(number.fcntl, 5, F_SETSIG)).toBe(allowed)
  })

  it('kills a process of another architecture', () => {
    const filter = toSeccompFilter(architecture)
    expect(evaluate(filter, { call: number.write, machine: 0x40000003, args: [] })).toBe(killed)
  })
})

const [MSG_OOB, MSG_NOSIGNAL] = [1, 0x4000]
const [F_DUPFD, F_SETFL, F_SETLK, F_SETSIG, F_OFD_SETLK] = [0, 4, 6, 10, 37]
const [F_SETLEASE, F_NOTIFY, F_DUPFD_CLOEXEC, F_SETPIPE_SZ] = [1024, 1026, 1030, 1031]

interface Call {
  call: number
  machine: number
  args: number[]
}

/** Does what the kernel does with a filter, for the five instructions that ours has. */
function evaluate(filter: Buffer, { call, machine, args }: Call): number {
  const [first = 0, second = 0, third = 0] = args
  const words: Record<number, number> = { 0: call, 4: machine, 16: first, 24: second, 32: third }
  let loaded = 0
  for (let at = 0; ; at += 8) {
    const constant = filter.readUInt32LE(at + 4)
    const jump = (holds: boolean): number => 8 * filter.readUInt8(at + (holds ? 2 : 3))
    const code = filter.readUInt16LE(at)
    if (code === 0x06) return constant
    if (code === 0x20) loaded = words[constant] ?? Number.NaN
    else if (code === 0x15) at += jump(loaded === constant)
    else if (code === 0x35) at += jump(loaded >= constant)
    else if (code === 0x45) at += jump((loaded & constant) !== 0)
    else throw new Error(`no instruction ${code}`)
  }
}
