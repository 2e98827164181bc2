import { findError, toKnownAddress } from './known-addresses.ts'
import type { LoggedReport } from './logged-report.ts'
import { readRegisters } from './read-registers.ts'
import { toBytes } from './to-bytes.ts'

/** Says what an oops is about: which address, or what the processor could not do. */
export function labelOfFault({ title, text }: LoggedReport): string {
  const plain = plainWords.find(([sign]) => sign.test(title))
  if (plain) return plain[1]
  const registers = readRegisters(text)
  if (/General protection fault/.test(title)) return labelOfWild(registers)
  const address = /at addr 0x([0-9a-f]{1,16})/.exec(title)?.[1]
  if (address === undefined) return 'faulted here'
  if (title.endsWith(`, ip 0x${address}`)) return 'runs here after the module was unloaded'
  if (/in the vmalloc area/.test(title))
    return 'used here where no vmalloc area is: it was freed, or ended before'
  const words = toKnownAddress(BigInt(`0x${address}`), registers)?.words
  return words ?? labelOfAddress(parseInt(address, 16), title)
}

/** In the order in which they are asked for. */
const plainWords: [RegExp, string][] = [
  [
    /^BUG: (spin|rw)lock bad magic/,
    'this is no lock: it was never initialised, or something has overwritten it',
  ],
  [/^BUG: (spin|rw)lock (cpu )?recursion/, 'takes a lock here that it holds already'],
  [/^BUG: spinlock already unlocked/, 'unlocks here what is not locked'],
  [/^BUG: (spin|rw)lock wrong (owner|CPU)/, 'unlocks here what another task has locked'],
  [/Kernel stack overflow/, 'kernel stack overflow: there is no room left for this call'],
  [/\(divide error\)/, 'divide error: divides by zero here'],
  [/\(invalid opcode\)/, 'invalid opcode: runs into what is no instruction here'],
  [/at addr 0x0, ip 0x0$/, 'calls NULL here'],
]

/** The processor tells no address that has none of its forms; it lies in a register, and others are made from it. */
function labelOfWild(registers: bigint[]): string {
  const error = findError(registers)
  if (error) return error.words
  const wild = registers.filter((value) => value >> 47n !== 0n && value >> 47n !== 0x1ffffn)
  const count = (value: bigint): number => wild.filter((other) => other === value).length
  const most = wild.toSorted((one, other) => count(other) - count(one))[0]
  return `wild pointer dereferenced here${most === undefined ? '' : `: 0x${most.toString(16)}`}`
}

/** The first page is never mapped. */
function labelOfAddress(address: number, title: string): string {
  if (address === 0) return 'NULL pointer dereferenced here'
  if (address < 4096) return `NULL pointer dereferenced here, ${toBytes(address)} into the object`
  const isUser =
    /tried to access user memory/.test(title) && (address < ofKernel.from || address > ofKernel.to)
  const what = isUser ? 'user-space address' : 'wrong address'
  return `${what} dereferenced here: 0x${address.toString(16)}`
}

/** arch/x86/Makefile.um: from START on User-Mode Linux has its own memory, which its words take for that of users. */
const ofKernel = { from: 0x6000_0000, to: 0x7fff_ffff }
