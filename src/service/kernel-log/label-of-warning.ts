import { toKnownAddress } from './known-addresses.ts'
import type { LoggedReport } from './logged-report.ts'
import { toShort } from './to-short.ts'

/** Says in a few words what the kernel warns of: in its own, where it has any that help. */
export function labelOfWarning({ title, remark }: LoggedReport): string {
  const [, address] = ofFree.exec(remark ?? '') ?? []
  if (address !== undefined) return labelOfFree(BigInt(`0x${address}`))
  const plain = plainWords.find(([sign]) => sign.test(title))?.[1]
  return plain ?? toShort(remark) ?? 'the kernel warns here'
}

const ofFree = /^kfree of ([0-9a-f]{1,16}), which is no memory of kmalloc$/

function labelOfFree(address: bigint): string {
  const error = toKnownAddress(address, [])?.error
  return error === undefined
    ? 'frees here what kmalloc did not give'
    : `frees ERR_PTR(-${error}) here: an error, not a pointer`
}

/** Functions of the kernel that warn without a word. */
const plainWords: [RegExp, string][] = [
  [/ at free_large_kmalloc\+/, 'frees here what kmalloc did not give'],
  [
    / at __alloc_frozen_pages_noprof\+/,
    'asks here for more memory in one piece than the kernel can ever give',
  ],
  [/ invoked oom-killer: /, 'asks here for memory when none is left'],
]
