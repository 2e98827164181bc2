import type { LoggedReport } from './logged-report.ts'
import { toBytes } from './to-bytes.ts'

/** Says which address an oops is about. The first page is never mapped; a deleted list entry points to 0x100 and 0x122. */
export function labelOfFault({ title }: LoggedReport): string {
  const address = /fault at addr 0x([0-9a-f]{1,16})/.exec(title)?.[1]
  if (address === undefined) return 'faulted here'
  if (address === '100' || address === '122')
    return `follows the pointer of a deleted list entry, 0x${address}`
  const at = parseInt(address, 16)
  if (at === 0) return 'NULL pointer dereferenced here'
  if (at < 4096) return `NULL pointer dereferenced here, ${toBytes(at)} into the object`
  return `wrong address dereferenced here: 0x${address}`
}
