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
  },
}

describe.each(['x64', 'arm64'] as const)('The filter of kernel calls on %s', (architecture) => {
  const number = calls[architecture]
  const verdict = (call: number, argument = 0) =>
    evaluate(toSeccompFilter(architecture), { call, machine: machine[architecture], argument })

  it.each(['socket', 'ptrace', 'unshare', 'bpf'] as const)('denies %s', (name) => {
    expect(verdict(number[name])).toBe(notPermitted)
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

  it('allows fixed addresses only if it is told to, and nothing else of the kind', () => {
    const filter = toSeccompFilter(architecture, { fixedAddresses: true })
    const asked = (argument: number) =>
      evaluate(filter, { call: number.personality, machine: machine[architecture], argument })
    expect(verdict(number.personality, 0x40000)).toBe(notPermitted)
    expect(asked(0x40000)).toBe(allowed)
    expect(asked(0x0400000)).toBe(notPermitted)
    expect(asked(0xffffffff)).toBe(notPermitted)
  })

  it('kills a process of another architecture', () => {
    const filter = toSeccompFilter(architecture)
    expect(evaluate(filter, { call: number.write, machine: 0x40000003, argument: 0 })).toBe(killed)
  })
})

interface Call {
  call: number
  machine: number
  argument: number
}

/** Does what the kernel does with a filter, for the five instructions that ours has. */
function evaluate(filter: Buffer, { call, machine, argument }: Call): number {
  const words: Record<number, number> = { 0: call, 4: machine, 16: argument }
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
