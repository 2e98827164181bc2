/** Runs a command of the host as the only user of its own world, so that it needs no root and ends with this process. */
export const ownNamespaces: readonly string[] = [
  ...['bwrap', '--unshare-user', '--unshare-pid', '--die-with-parent', '--uid', '0', '--gid', '0'],
  ...['--cap-add', 'ALL', '--dev-bind', '/', '/', '--'],
]
