import type { StopReason } from '#protocol/compile.ts'

/** A hostile module or script and what must come of it. */
export interface ModuleExpectation {
  /** A file in `modules/`. */
  module: string
  /** Loads the module if it does not say otherwise. */
  script?: string
  /** Why it is dangerous, in a few words. */
  danger: string
  /** How it may end; which it is can depend on the machine. */
  ends: ('rejected' | 'clean' | 'reported' | 'panicked' | 'failed' | StopReason)[]
  /** Each must be somewhere on the console. */
  says?: RegExp[]
  /** None may be. */
  neverSays?: RegExp[]
}

/** Numbers of errors of the host: not permitted, no such file, may not be written. */
const [EPERM, ENOENT, EROFS, EACCES] = [-1, -2, -30, -13]

const opened = /opens .*: (?!-)\d/
const allowed = /asks for .*: (?!-)\d/

export const moduleExpectations: ModuleExpectation[] = [
  { module: 'includes-host-files.c', danger: 'files of the host in error messages', ends: ['rejected'] },
  { module: 'embeds-host-files.c', danger: 'files of the host, by the assembler', ends: ['rejected'] },
  { module: 'embeds-host-files.rs', danger: 'files of the host, by rustc', ends: ['rejected'] },
  {
    module: 'reads-host-files.c',
    danger: 'files of the host, by calls of its kernel',
    ends: ['clean'],
    says: [
      new RegExp(`opens /etc/passwd: ${ENOENT}`),
      new RegExp(`opens /proc/1/environ: ${ENOENT}`),
      new RegExp(`opens /proc/self/root/etc/passwd: ${ENOENT}`),
      new RegExp(`opens /dev/mem: ${ENOENT}`),
    ],
    neverSays: [opened, /reads /],
  },
  {
    module: 'reads-host-files.rs',
    danger: 'the same from Rust',
    ends: ['clean'],
    says: [new RegExp(`opens a file of the host: ${ENOENT}`)],
    neverSays: [opened],
  },
  {
    module: 'writes-outside.c',
    danger: 'the toolroom, changed for all who come after',
    ends: ['clean'],
    says: [
      new RegExp(`writes /usr/mine: ${EROFS}`),
      new RegExp(`writes /work/mine: ${EROFS}`),
      new RegExp(`writes /usr/bin/busybox: (${EACCES}|${EROFS})`),
    ],
    neverSays: [/writes .*: (?!-)\d/],
  },
  {
    module: 'asks-for-more.c',
    danger: 'a network, other processes, other namespaces, corners of the host’s kernel',
    ends: ['clean'],
    says: [
      'socket',
      'ptrace',
      'process_vm_readv',
      'mount',
      'unshare',
      'bpf',
      'io_uring_setup',
      'personality',
    ].map((name) => new RegExp(`asks for ${name}: ${EPERM}`)),
    neverSays: [allowed],
  },
  {
    module: 'watches-files.c',
    danger: 'files that all sandboxes have in common, watched or locked',
    ends: ['clean'],
    says: [
      'flock',
      'a lease',
      'a lock',
      'a lock of its own',
      'news of a folder',
      'cachestat',
      'syncfs',
      'sync',
    ]
      .concat(['inotify_init', 'inotify_init1', 'fanotify_init', 'a larger pipe'])
      .map((name) => new RegExp(`asks for ${name}: ${EPERM}\\b`)),
    neverSays: [allowed],
  },
  {
    module: 'reaches-for-sockets.c',
    danger: 'descriptors and urgent data for the service, by a socket',
    ends: ['clean'],
    says: [
      ...[/descriptor 1 is none/, /asks for a pair: 0/],
      ...[
        'sends urgently',
        'asks for its options',
        'asks for other options',
        'asks for its name',
        'asks for an end',
      ].map((what) => new RegExp(`${what}: ${EPERM}\\b`)),
    ],
    neverSays: [/is one/],
  },
  {
    module: 'uses-up-signals.c',
    danger: 'signals and timers, which all processes of a user share',
    ends: ['clean'],
    says: [/, few/],
  },
  { module: 'endless-init.c', danger: 'time, by an init that never returns', ends: ['panicked'] },
  { module: 'fork-bomb.c', danger: 'processes of the host', ends: ['panicked', 'time', 'memory', 'crash'] },
  { module: 'leaves-a-process.c', danger: 'a process that outlives its machine', ends: ['clean', 'time'] },
  {
    module: 'signals-everybody.c',
    danger: 'signals to its parent, to the first process and to all',
    ends: ['panicked', 'crash', 'memory', 'time', 'failed'],
  },
  {
    module: 'kills-helpers.c',
    danger: 'the processes that hold those of the machine',
    ends: ['panicked', 'crash', 'memory', 'time', 'failed'],
  },
  { module: 'hogs-memory.c', danger: 'memory of the host', ends: ['memory'] },
  {
    module: 'hogs-sockets.c',
    script: 'insmod driver.ko\nsleep 14',
    danger: 'memory of the host’s kernel, in sockets',
    ends: ['memory'],
  },
  {
    module: 'hogs-inodes.c',
    danger: 'memory of the host’s kernel, in empty files',
    ends: ['memory', 'time', 'panicked'],
  },
  { module: 'hogs-shared-memory.c', danger: 'memory of the host that nobody owns', ends: ['memory'] },
  {
    module: 'hogs-kernel-memory.c',
    danger: 'all memory of its own kernel',
    ends: ['time', 'panicked', 'clean', 'reported'],
  },
  { module: 'floods-console.c', danger: 'a console without end', ends: ['output'], says: [/says nothing/] },
  { module: 'floods-streams.c', danger: 'both streams, past the console', ends: ['output'] },
  {
    module: 'fills-tmp.c',
    danger: 'the only place where it may write',
    ends: ['clean', 'panicked', 'crash', 'output'],
  },
  { module: 'ends-at-once.c', danger: 'a machine that is gone without a word', ends: ['clean', 'crash'] },
  {
    module: 'closes-everything.c',
    danger: 'a machine that cannot be heard',
    ends: ['time', 'crash', 'panicked', 'clean'],
  },
  { module: 'harmless.c', script: 'while :; do :; done', danger: 'a script without end', ends: ['time'] },
  {
    module: 'harmless.c',
    script: 'cat /dev/zero > /dev/console',
    danger: 'a console without end that shows nothing',
    ends: ['output'],
  },
  {
    module: 'harmless.c',
    script: 'bomb() { bomb | bomb & }; bomb; sleep 5',
    danger: 'processes of the machine, each of which is one of the host',
    ends: ['clean', 'reported', 'panicked', 'time', 'output', 'crash', 'memory'],
  },
  {
    module: 'harmless.c',
    script: 'kill -9 1\nkill -9 -1\ninsmod driver.ko',
    danger: 'a machine without a first process',
    ends: ['clean'],
    says: [/is loaded/],
  },
  {
    module: 'harmless.c',
    script: 'exec >&- 2>&-\ninsmod driver.ko',
    danger: 'a script that closes its console',
    ends: ['clean'],
    says: [/is loaded/],
  },
  {
    module: 'harmless.c',
    script: 'poweroff -f\ninsmod driver.ko',
    danger: 'a machine that goes off early',
    ends: ['clean'],
    neverSays: [/is loaded/],
  },
  {
    module: 'harmless.c',
    script: 'dd if=/dev/zero of=/tmp/x bs=1M count=500',
    danger: 'files that are memory',
    ends: ['clean', 'reported', 'panicked', 'time'],
  },
]
