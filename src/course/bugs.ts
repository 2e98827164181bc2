import { msg } from '#i18n/t.ts'
import type { Bug } from './error-text.ts'

/** How a bug is called and how one knows it, as Markdown; in the order in which they are listed. */
export const bugs: Record<Bug, { name: string; sign: string }> = {
  'use-after-free': {
    name: msg('use-after-free'),
    sign: 'The object is gone, a pointer to it is not. KASAN prints `slab-use-after-free`.',
  },
  'double-free': {
    name: msg('double free'),
    sign: 'Two owners, and both free it. KASAN prints `double-free`.',
  },
  'data-race': {
    name: msg('data race'),
    sign: 'Two CPUs, one of them writes, and nothing orders them. KCSAN prints `data-race`.',
  },
  'out-of-bounds': {
    name: msg('out-of-bounds access'),
    sign: 'Past the end of an array or a buffer. KASAN prints `slab-out-of-bounds`.',
  },
  'uninitialised-read': {
    name: msg('uninitialised read'),
    sign: 'Read before anything was written there. KMSAN prints `uninit-value`.',
  },
  'null-dereference': {
    name: msg('null dereference'),
    sign: 'The pointer that nobody checked. The oops names an address near 0.',
  },
  'type-confusion': {
    name: msg('type confusion'),
    sign: 'Bytes of one type are read as another: a cast, a `void *`, a wrong `container_of()`.',
  },
  'integer-bug': {
    name: msg('integer bug'),
    sign: 'A value is cut off, wraps around or changes its sign on the way.',
  },
  leak: { name: msg('leak'), sign: 'Nobody frees it, or nobody unlocks it. kmemleak lists it, if you ask.' },
  'lost-write': { name: msg('lost write'), sign: 'The write goes somewhere that nobody reads.' },
  'missed-case': { name: msg('missed case'), sign: 'A value or an error for which there is no branch.' },
  'stack-leak': { name: msg('stack leak'), sign: 'Bytes of the kernel’s stack reach userspace.' },
  'undefined-behaviour': {
    name: msg('undefined behaviour'),
    sign: 'The compiler may assume that it never happens, and optimises on that.',
  },
  none: { name: msg('no bug in C'), sign: 'C refuses it too, or nothing goes wrong there.' },
}
