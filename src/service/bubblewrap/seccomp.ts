import { allowedCalls } from './allowed-calls.ts'

/** The processors for which there is a filter and a toolroom. */
export type Architecture = 'x64' | 'arm64'

/** What a filter lets through besides. */
export interface Exceptions {
  /**
   * User-Mode Linux wants to be loaded at the same addresses every time, to be told of input by signals, and to pass
   * descriptors on to its own processes.
   */
  machine?: boolean
}

/**
 * A seccomp filter in the kernel's own form: an array of `struct sock_filter`. It allows what is in our list and some
 * calls with certain arguments; all others fail with EPERM. A process of another architecture is killed, and calls that
 * are younger than the list are not there.
 */
export function toSeccompFilter(architecture: Architecture, exceptions: Exceptions = {}): Buffer {
  const verdicts = toVerdicts(architecture, exceptions)
  const ranges: Range[] = []
  for (let from = 0; from < firstUnknown; from += 1) {
    const verdict = verdicts.get(from) ?? deny
    if (ranges.at(-1)?.verdict !== verdict) ranges.push({ from, verdict })
  }
  ranges.push({ from: firstUnknown, verdict: notThere })
  if (architecture === 'x64') ranges.push({ from: firstOfX32, verdict: kill })
  return Buffer.concat([
    ...[load(architectureOfCall), ifEqual(auditArchitecture[architecture], 1), ...kill],
    ...[load(callNumber), ...choose(ranges)],
  ])
}

/** What Linux 6.13 and later have added, on all processors under the same numbers; no compiler of ours asks for it. */
const firstUnknown = 463

/** The x32 calls of x86-64 are the usual ones under numbers from here on. */
const firstOfX32 = 0x40000000

/** Instructions that end with a verdict on a call. */
type Verdict = Buffer[]

/** Calls from this number on, up to the next range. */
interface Range {
  from: number
  verdict: Verdict
}

/** By halves: the kernel tries each number when it takes the filter, for each process anew. */
function choose(ranges: Range[]): Buffer[] {
  if (ranges.length === 1) return ranges[0]!.verdict
  const middle = ranges.length >> 1
  const lower = choose(ranges.slice(0, middle))
  return [ifAtLeast(ranges[middle]!.from, lower.length), ...lower, ...choose(ranges.slice(middle))]
}

function toVerdicts(architecture: Architecture, { machine = false }: Exceptions): Map<number, Verdict> {
  const call = numbers[architecture]
  return new Map<number, Verdict>([
    ...allowedNumbers(architecture).map((number): [number, Verdict] => [number, allow]),
    [call.mmap, without(fourthArgument, MAP_HUGETLB)],
    [call.clone, without(firstArgument, newNamespace)],
    [call.clone3, notThere],
    // Rust's standard library starts a process with the help of a pair of Unix sockets.
    [call.socketpair, only(firstArgument, [AF_UNIX])],
    [call.recvfrom, without(fourthArgument, MSG_OOB)],
    [call.fcntl, only(secondArgument, machine ? [...fileCommands, ...signalCommands] : fileCommands)],
    [call.ioctl, only(secondArgument, deviceCommands)],
    ...(machine ? ofMachine(architecture) : []),
  ])
}

function ofMachine(architecture: Architecture): [number, Verdict][] {
  const call = numbers[architecture]
  return [
    [call.seccomp, allow],
    [call.personality, only(firstArgument, [ADDR_NO_RANDOMIZE])],
    [call.sendmsg, without(thirdArgument, MSG_OOB)],
    [call.recvmsg, without(thirdArgument, MSG_OOB)],
  ]
}

function allowedNumbers(architecture: Architecture): number[] {
  const column = architecture === 'x64' ? 0 : 1
  return Object.values(allowedCalls).flatMap((numbers) => (numbers[column] === '-' ? [] : [numbers[column]]))
}

const auditArchitecture = { x64: 0xc000003e, arm64: 0xc00000b7 }
const numbers = {
  x64: {
    ...{ mmap: 9, clone: 56, clone3: 435, socketpair: 53, recvfrom: 45, sendmsg: 46, recvmsg: 47 },
    ...{ fcntl: 72, ioctl: 16, personality: 135, seccomp: 317 },
  },
  arm64: {
    ...{ mmap: 222, clone: 220, clone3: 435, socketpair: 199, recvfrom: 207, sendmsg: 211, recvmsg: 212 },
    ...{ fcntl: 25, ioctl: 29, personality: 92, seccomp: 277 },
  },
}

/** Offsets in `struct seccomp_data`. */
const callNumber = 0
const architectureOfCall = 4
const firstArgument = 16
const secondArgument = 24
const thirdArgument = 32
const fourthArgument = 40

const EPERM = 1
const ENOSYS = 38

const allow: Verdict = [give(0x7fff0000)]
const deny: Verdict = [give(0x00050000 | EPERM)]
/** `clone3` has its flags in memory where a filter can't read them; this makes the C library fall back on `clone`. */
const notThere: Verdict = [give(0x00050000 | ENOSYS)]
const kill: Verdict = [give(0x80000000)]

const AF_UNIX = 1
const ADDR_NO_RANDOMIZE = 0x40000
const MSG_OOB = 1
/** Pages that no limit of memory counts. */
const MAP_HUGETLB = 0x40000

/** F_DUPFD, GETFD, SETFD, GETFL, SETFL and DUPFD_CLOEXEC: no locks, leases, news of folders or sizes of pipes. */
const fileCommands = [0, 1, 2, 3, 4, 1030]

/** F_SETOWN, GETOWN, SETSIG and GETSIG. */
const signalCommands = [8, 9, 10, 11]

/** TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO and FIOCLEX: whether it is a terminal, and how to read it. */
const deviceCommands = [0x5401, 0x5413, 0x541b, 0x5421, 0x5451]

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const newNamespace = 0x7e020000

/** Allows a call if an argument is one of these values. */
function only(argument: number, values: number[]): Verdict {
  const found = values.map((value, index) => ifEqual(value, values.length - index))
  return [load(argument), ...found, ...deny, ...allow]
}

/** Allows a call if an argument has none of these bits. */
function without(argument: number, bits: number): Verdict {
  return [load(argument), ifAny(bits, 1), ...allow, ...deny]
}

function load(offset: number): Buffer {
  return instruction(0x20, 0, offset)
}

/** Skips so many instructions if the loaded word is the value. */
function ifEqual(value: number, skip: number): Buffer {
  return instruction(0x15, skip, value)
}

function ifAtLeast(value: number, skip: number): Buffer {
  return instruction(0x35, skip, value)
}

function ifAny(bits: number, skip: number): Buffer {
  return instruction(0x45, skip, bits)
}

function give(action: number): Buffer {
  return instruction(0x06, 0, action)
}

/** `struct sock_filter`: what to do, how far to jump if so and, which here is nowhere, if not, and a constant. */
function instruction(code: number, skip: number, constant: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt16LE(code, 0)
  bytes.writeUInt8(skip, 2)
  bytes.writeUInt32LE(constant >>> 0, 4)
  return bytes
}
