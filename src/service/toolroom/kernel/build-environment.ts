import { join } from 'node:path'
import { runHostCommand, type HostCommandEnd } from '../host-command.ts'
import type { PatchedFile } from './patch-source.ts'

/** Where a kernel is built; nothing but `out` is written to. */
export interface BuildPlace {
  /** The whole Debian tree. */
  tree: string
  /** The folder with the source of Linux, and the files that differ from it. */
  source: string
  patched: readonly PatchedFile[]
  /** What the build makes; `/usr/src/build` inside. */
  out: string
}

/** The same places as the commands of a build see them. */
export const inside = { source: '/usr/src/linux', out: '/usr/src/build' } as const

/** Folders that must be in the tree, so that others can be shown in their place. */
export const mountPoints = [inside.source, inside.out].map((path) => path.slice(1))

/** Runs a command of the Debian tree without network or files of the host, behind all else that the machine does. */
export async function runInBuildEnvironment(
  place: BuildPlace,
  command: string[],
  onLine?: (line: string) => void,
): Promise<HostCommandEnd> {
  const world = ['nice', '-n', '10', 'bwrap', ...separation, ...fileSystem(place), ...environment, '--']
  return await runHostCommand([...world, ...command], onLine && { onLine })
}

/** No session of its own: Linux shares the processor out between sessions, and then `nice` would be of no use. */
const separation = [
  ...['--unshare-all', '--die-with-parent', '--uid', '0', '--gid', '0'],
  ...['--cap-drop', 'ALL', '--hostname', 'toolroom'],
]

function fileSystem({ tree, source, patched, out }: BuildPlace): string[] {
  return [
    ['--ro-bind', join(tree, 'usr'), '/usr', '--ro-bind', source, inside.source, '--bind', out, inside.out],
    patched.flatMap(({ path, file }) => ['--ro-bind', file, join(inside.source, path)]),
    ['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
    ['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--chdir', inside.source],
  ].flat()
}

const environment = [
  ...['--clearenv', '--setenv', 'PATH', '/usr/bin:/usr/sbin'],
  ...['--setenv', 'HOME', '/tmp', '--setenv', 'LC_ALL', 'C'],
]
