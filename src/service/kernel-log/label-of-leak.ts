import type { LoggedReport } from './logged-report.ts'
import { toBytes } from './to-bytes.ts'

/** Says what was allocated at a place and never freed. */
export function labelOfLeak({ title, text }: LoggedReport): string {
  const [, what, task] = leftWords.exec(title) ?? []
  if (what) return `${what} that is still pending when the module goes`
  if (task) return `task «${task}» is still here when the module goes`
  if (ofVmalloc.test(text)) return 'leaked here: what vmalloc gave'
  const [, count, bytes] = leakWords.exec(title) ?? []
  return `leaked here: ${count} × ${toBytes(Number(bytes))}`
}

/**
 * True if what is left in a cache of the kernel was the driver's to free. The kernel keeps entries of its own for
 * longer than the driver that they were made for.
 */
export function isOwnLeak({ title, text }: LoggedReport): boolean {
  if (leftWords.test(title)) return true
  const cache = leakWords.exec(title)?.[3] ?? ''
  if (!cache.startsWith('kmalloc')) return !kept.test(cache)
  return ofVmalloc.test(text) || !/ __vmalloc_node_range/.test(text)
}

const leftWords = /is unloaded while (?:its (timer|delayed work) is pending|task (.{1,20}):\d+ runs in it)$/
const leakWords = /leaks (\d+) x (\d+) bytes of (\S+)$/
const ofVmalloc = / __get_vm_area_node\+/

/** mm/vmalloc.c frees areas lazily, fs/dcache.c and fs/inode.c keep what may be asked for again, lib/xarray.c its nodes. */
const kept =
  /^(vmap_area|dentry|.*inode_cache|proc_dir_entry|radix_tree_node|maple_node|kernfs_\w+|filp|names_cache)$/
