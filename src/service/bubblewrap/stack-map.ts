/**
 * The one file of `/proc` that a job may have. In it the C library looks for the bounds of the first thread's stack, and
 * rustc's parser panics if it does not find them. Where that stack is differs each time, so it is said to be everywhere:
 * what nests too deep dies of a signal, as it does where all of `/proc` is there.
 */
export const stackMap = { '/proc/self/maps': '000000000000-ffffffffffff rw-p 00000000 00:00 0 [stack]\n' }
