import { posix } from 'node:path'
import type { Limits } from './limits.ts'
import type { Architecture } from './seccomp.ts'

/** What a command finds around it. */
export interface BwrapOptions {
  /** Of the sandbox; the command does not learn it. */
  name: string
  root: string
  architecture: Architecture
  limits: Limits
  /** Path, below `/work` or absolute → file descriptor that has the text. */
  sent: Map<string, number>
  /** Path below `/work` → path on the host. */
  stored: Map<string, string>
  seccompFd: number
  statusFd: number
}

/** Arguments of `bwrap` that build the world and run the command in it, under its limits. */
export function toBubblewrapArguments(options: BwrapOptions, command: string[]): string[] {
  return [
    separation,
    // The environment is cleared of it right away; among the arguments it stays.
    ['--setenv', 'NO_OOPS_SANDBOX', options.name],
    environment(options.architecture),
    fileSystem(options),
    ['--seccomp', `${options.seccompFd}`, '--json-status-fd', `${options.statusFd}`],
    ['--', '/usr/bin/prlimit', ...limitArguments(options.limits), '--', ...command],
  ].flat()
}

const separation = [
  ['--unshare-all', '--unshare-user', '--disable-userns', '--die-with-parent', '--new-session'],
  ['--cap-drop', 'ALL', '--uid', '65534', '--gid', '65534', '--hostname', 'toolroom'],
].flat()

const triplets = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }

/** rustc finds its libraries by `/proc/self/exe`; there is no `/proc`, so it needs to be told. */
function environment(architecture: Architecture): string[] {
  return [
    ['--clearenv', '--setenv', 'PATH', '/usr/bin', '--setenv', 'HOME', '/tmp'],
    ['--setenv', 'LD_LIBRARY_PATH', `/usr/lib/${triplets[architecture]}`],
  ].flat()
}

function fileSystem({ root, limits, sent, stored }: BwrapOptions): string[] {
  return [
    ['--ro-bind', posix.join(root, 'usr'), '/usr'],
    ['bin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    ['--dir', '/dev', '--dev-bind', '/dev/null', '/dev/null'],
    ['--dir', '/work', ...[...sent].flatMap(toFileArguments)],
    [...stored].flatMap(([path, host]) => ['--ro-bind', host, `/work/${path}`]),
    ['--perms', '1777', '--size', `${limits.tmpBytes}`, '--tmpfs', '/tmp'],
    ['--remount-ro', '/', '--chdir', '/work'],
  ].flat()
}

function toFileArguments([path, fd]: [string, number]): string[] {
  return ['--perms', '0444', '--file', `${fd}`, posix.resolve('/work', path)]
}

/** A second more of CPU for the hard limit: with both the same the kernel sends SIGKILL in place of SIGXCPU. */
function limitArguments(limits: Limits): string[] {
  return [
    `--as=${limits.addressSpaceBytes}`,
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--fsize=${limits.fileBytes}`,
    `--nofile=${limits.openFiles}`,
    `--nproc=${limits.processes}`,
    `--sigpending=${limits.queuedSignals}`,
    ...['--core=0', '--memlock=0', '--msgqueue=0', '--nice=0', '--rtprio=0'],
  ]
}
