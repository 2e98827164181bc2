import { isInDriver } from './driver-names.ts'
import type { LoggedReport } from './logged-report.ts'
import { toBytes } from './to-bytes.ts'

/** Says what was allocated at a place and never freed. */
export function labelOfLeak({ title, text }: LoggedReport): string {
  const [, what, task] = leftWords.exec(title) ?? []
  if (what) return `${what} that is still pending when the module goes`
  if (task) return `task «${task}» is still here when the module goes`
  if (ofVmalloc.test(text)) return 'leaked here: what vmalloc gave'
  const [, count, bytes, cache] = leakWords.exec(title) ?? []
  return `leaked here: ${count} × ${toBytes(Number(bytes))}${nodeWords[cache!] ?? ''}`
}

/** Caches of which a driver gets its part without asking for it by name. */
const nodeWords: Record<string, string | undefined> = {
  radix_tree_node: ', nodes of an xarray or IDR that still has entries',
  maple_node: ', nodes of a maple tree that still has entries',
}

/**
 * True if what is left in a cache of the kernel was the driver's to free. The kernel keeps entries of its own for
 * longer than the driver that they were made for.
 */
export function isOwnLeak({ title, text }: LoggedReport): boolean {
  const left = leftWords.exec(title)
  // KUnit waits until its thread has done a test, not until it has ended.
  if (left) return left[2] !== 'kunit_try_catch'
  const cache = leakWords.exec(title)?.[3] ?? ''
  if (nodeWords[cache]) return ofTree.test(toCalled(text))
  if (!cache.startsWith('kmalloc')) return !kept.test(cache)
  return ofVmalloc.test(text) || !/ __vmalloc_node_range/.test(text)
}

const leftWords = /is unloaded while (?:its (timer|delayed work) is pending|task (.{1,20}):\d+ runs in it)$/
const leakWords = /leaks (\d+) x (\d+) bytes of (\S+)$/
const ofVmalloc = / __get_vm_area_node\+/

/** mm/vmalloc.c frees areas lazily, fs/dcache.c and fs/inode.c keep what may be asked for again. */
const kept = /^(vmap_area|dentry|.*inode_cache|proc_dir_entry|kernfs_\w+|filp|names_cache)$/

/**
 * The kernel has trees of its own, to which it adds when a driver registers something; a driver that asks for a place in
 * a tree has one itself. What is set aside for an IDR beforehand is nobody's.
 */
const ofTree = /\] (?:__)?(?:xa|xas|idr|ida|radix_tree|mtree|mas)_(?!preload)\w+\+\S+$/

/** The function that the driver had called. */
function toCalled(text: string): string {
  const frames = text.split('\n').filter((line) => line.includes(' [<'))
  const first = frames.findIndex((line) => isInDriver(line))
  return frames[first - 1] ?? ''
}
