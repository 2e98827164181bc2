import { findPackageSources } from '#service/toolroom/package-sources.ts'
import { runCommand } from '../run-command.ts'

/** A Debian mirror: the one of the toolroom's packages, which on other systems mmdebstrap knows. */
export async function findMirror(scratch: string): Promise<string> {
  const { mirrors } = await findPackageSources('trixie')
  const mirror = readMirror(mirrors[0] ?? (await askMmdebstrap(scratch)))
  if (!mirror)
    throw new Error('No Debian mirror is known. Set TOOLROOM_MIRROR to one, or LINUX_SOURCE to a folder.')
  return mirror
}

/** Takes the address out of a line of a `sources.list`, or a plain address as it is. */
export function readMirror(sources: string): string | undefined {
  if (/^https?:\S+$/.test(sources)) return sources
  return /^deb (?:\[[^\]]*\] )?(\S+)/m.exec(sources)?.[1]
}

/** It writes its sources before it fetches anything; there it is stopped. */
async function askMmdebstrap(scratch: string): Promise<string> {
  const world = [
    '--unshare-user',
    '--uid',
    '0',
    '--gid',
    '0',
    '--cap-add',
    'ALL',
    '--dev-bind',
    '/',
    '/',
    '--',
  ]
  const show = '--setup-hook=cat "$1/etc/apt/sources.list"; exit 1'
  const command = ['mmdebstrap', '--mode=root', '--variant=custom', show, 'trixie', scratch]
  return (await runCommand(['bwrap', ...world, ...command], { quiet: true })).output
}
