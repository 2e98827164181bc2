import { constants } from 'node:os'

/** What a pointer was, by its value; addresses are numbers of 64 bits without a sign. */
export interface KnownAddress {
  /** Says it of a pointer that was followed. */
  words: string
  /** The errno, such as `ENOMEM`, where it was one. */
  error?: string
}

/**
 * What the value of a pointer tells of where it is from, if it does. `held` are the registers at that time: the pointer
 * itself lies in one of them, while the address that was touched is some bytes on.
 */
export function toKnownAddress(address: bigint, held: readonly bigint[]): KnownAddress | undefined {
  if (address === beforeNull.address) return { words: beforeNull.words }
  // A register that counts down may well hold -1, and what comes behind it is NULL.
  const values = [address, ...held.filter((value) => address !== 0n && value !== top - 1n)]
  for (const { from, to, tell } of known) {
    const pointer = values.find((value) => from <= value && value <= to && isNear(address, value))
    if (pointer !== undefined) return tell(pointer, address)
  }
  return undefined
}

/** No structure of a driver is larger than a page. */
function isNear(address: bigint, pointer: bigint): boolean {
  return BigInt.asUintN(64, address - pointer) < pageSize
}

const pageSize = 4096n

interface Range {
  from: bigint
  to: bigint
  tell(pointer: bigint, address: bigint): KnownAddress
}

const top = 1n << 64n

/** Each with the place in Linux 7.3 that gives the value. User-Mode Linux adds nothing to poison. */
const known: Range[] = [
  // include/linux/poison.h: LIST_POISON1, what `next` of a deleted entry is.
  { from: 0x100n, to: 0x100n, tell: (_, address) => toDeleted('next', 'LIST_POISON1', address) },
  // include/linux/poison.h: LIST_POISON2, what `prev` of a deleted entry is.
  { from: 0x122n, to: 0x122n, tell: (_, address) => toDeleted('prev', 'LIST_POISON2', address) },
  // include/linux/err.h: MAX_ERRNO, the last addresses are errors.
  { from: top - 4095n, to: top - 1n, tell: (pointer) => toError(top - pointer) },
]

/** include/linux/list.h: where list_entry() of NULL lies. ENOEXEC is 8 as well, and no driver has a use for it. */
const beforeNull = {
  address: top - 8n,
  words: 'follows NULL as a list entry here: 8 bytes before it, where its structure would begin',
}

function toDeleted(pointer: string, name: string, address: bigint): KnownAddress {
  return { words: `follows \`${pointer}\` of a deleted list entry, ${name}: 0x${address.toString(16)}` }
}

function toError(value: bigint): KnownAddress {
  const error = errors.get(Number(value)) ?? value.toString()
  return { words: `ERR_PTR(-${error}) dereferenced here: an error, not a pointer`, error }
}

/**
 * The error that stood for the pointer of which the processor found an address without any of its forms, if one did: the
 * address was made from it, as KASAN makes that of its shadow. What stands in a register as a mask is none.
 */
export function findError(held: readonly bigint[]): KnownAddress | undefined {
  const error = held.find(
    (value) => isErrno(value) && value < top - 1n && (!isMask(value) || held.includes(value >> 3n)),
  )
  return error === undefined ? undefined : toError(top - error)
}

/** A register may hold any small negative number, such as how far something still goes. */
function isErrno(value: bigint): boolean {
  return errors.has(Number(top - value))
}

/** Such as ~7; -2 and -4 are errors more often. */
function isMask(value: bigint): boolean {
  const size = top - value
  return size >= 8n && (size & (size - 1n)) === 0n
}

/** include/linux/errno.h has those that only the kernel sees. */
const errors = new Map<number, string>([
  ...Object.entries(constants.errno).map(([name, error]): [number, string] => [error, name]),
  ...Object.entries({ ERESTARTSYS: 512, EPROBE_DEFER: 517, ENOTSUPP: 524 }).map(
    ([name, error]): [number, string] => [error, name],
  ),
])
