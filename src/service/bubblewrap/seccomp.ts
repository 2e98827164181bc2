import { deniedCalls } from './denied-calls.ts'

/** The processors for which there is a filter and a toolroom. */
export type Architecture = 'x64' | 'arm64'

/** What a filter lets through besides. */
export interface Exceptions {
  /** A program may ask to be loaded at the same addresses every time. */
  fixedAddresses?: boolean
}

/**
 * A seccomp filter in the kernel's own form: an array of `struct sock_filter`. Denied calls fail with EPERM, a process
 * of another architecture is killed, calls younger than this list are not there, all else is allowed.
 */
export function toSeccompFilter(architecture: Architecture, { fixedAddresses }: Exceptions = {}): Buffer {
  return Buffer.concat([
    ...onlyThisArchitecture(architecture),
    load(callNumber),
    ...(architecture === 'x64' ? noX32 : []),
    ...noClone3,
    ...noneFrom(firstUnknown),
    ...(fixedAddresses ? onlyWith(personality[architecture], ADDR_NO_RANDOMIZE) : []),
    ...deniedNumbers(architecture).flatMap((number) => [unlessEqual(number, 1), give(errno(EPERM))]),
    // Rust's standard library starts a process with the help of a pair of Unix sockets.
    ...onlyWith(socketpair[architecture], AF_UNIX),
    ...noNamespaceByClone(architecture),
    give(allow),
  ])
}

const auditArchitecture = { x64: 0xc000003e, arm64: 0xc00000b7 }
const socketpair = { x64: 53, arm64: 199 }
const personality = { x64: 135, arm64: 92 }
const clone = { x64: 56, arm64: 220 }
const clone3 = 435

/** Offsets in `struct seccomp_data`. */
const callNumber = 0
const architectureOfCall = 4
const firstArgument = 16

const allow = 0x7fff0000
const killProcess = 0x80000000
const EPERM = 1
const ENOSYS = 38

function errno(number: number): number {
  return 0x00050000 | number
}

function onlyThisArchitecture(architecture: Architecture): Buffer[] {
  return [load(architectureOfCall), ifEqual(auditArchitecture[architecture], 1), give(killProcess)]
}

/** The x32 calls of x86-64 are the usual ones under numbers from 2³⁰. */
const noX32 = [ifAtLeast(0x40000000), give(killProcess)]

/** Its flags lie in memory where a filter can't read them; ENOSYS makes the C library fall back on `clone`. */
const noClone3 = [unlessEqual(clone3, 1), give(errno(ENOSYS))]

/** What Linux 6.13 and later have added, on all processors under the same numbers; no compiler of ours asks for it. */
const firstUnknown = 463

function noneFrom(number: number): Buffer[] {
  return [ifAtLeast(number), give(errno(ENOSYS))]
}

function deniedNumbers(architecture: Architecture): number[] {
  const column = architecture === 'x64' ? 0 : 1
  return Object.values(deniedCalls).flatMap((numbers) => (numbers[column] === '-' ? [] : [numbers[column]]))
}

const AF_UNIX = 1
const ADDR_NO_RANDOMIZE = 0x40000

/** Allows a call if its first argument is this value. */
function onlyWith(call: number, value: number): Buffer[] {
  return [unlessEqual(call, 4), load(firstArgument), ifEqual(value, 1), give(errno(EPERM)), give(allow)]
}

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const newNamespace = 0x7e020000

function noNamespaceByClone(architecture: Architecture): Buffer[] {
  return [
    unlessEqual(clone[architecture], 3),
    load(firstArgument),
    unlessAny(newNamespace),
    give(errno(EPERM)),
  ]
}

function load(offset: number): Buffer {
  return instruction(0x20, [0, 0], offset)
}

/** Skips so many instructions if the loaded word is the value. */
function ifEqual(value: number, skip: number): Buffer {
  return instruction(0x15, [skip, 0], value)
}

function unlessEqual(value: number, skip: number): Buffer {
  return instruction(0x15, [0, skip], value)
}

function ifAtLeast(value: number): Buffer {
  return instruction(0x35, [0, 1], value)
}

function unlessAny(bits: number): Buffer {
  return instruction(0x45, [0, 1], bits)
}

function give(action: number): Buffer {
  return instruction(0x06, [0, 0], action)
}

/** `struct sock_filter`: what to do, how far to jump if so and if not, and a constant. */
function instruction(code: number, [ifTrue, ifFalse]: [number, number], constant: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(code, 0)
  bytes.writeUInt8(ifTrue, 2)
  bytes.writeUInt8(ifFalse, 3)
  bytes.writeUInt32LE(constant >>> 0, 4)
  return bytes
}
