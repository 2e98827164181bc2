import { runHostCommand } from '../host-command.ts'
import { ownNamespaces } from '../own-namespaces.ts'
import { findPackageSources } from '../package-sources.ts'
import { ToolroomError } from '../toolroom-error.ts'

/** A Debian mirror: the one of the toolroom's packages, which on other systems mmdebstrap knows. */
export async function findMirror(scratch: string): Promise<string> {
  const { mirrors } = await findPackageSources('trixie')
  const mirror = readMirror(mirrors[0] ?? (await askMmdebstrap(scratch)))
  if (mirror) return mirror
  throw new ToolroomError(
    'No Debian mirror is known.',
    'Set TOOLROOM_MIRROR to one, or LINUX_SOURCE to a folder with the source of Linux 7.3.',
  )
}

/** Takes the address out of a line of a `sources.list`, or a plain address as it is. */
export function readMirror(sources: string): string | undefined {
  if (/^https?:\S+$/.test(sources)) return sources
  return /^deb (?:\[[^\]]*\] )?(\S+)/m.exec(sources)?.[1]
}

/** It writes its sources before it fetches anything; there it is stopped. */
async function askMmdebstrap(scratch: string): Promise<string> {
  const show = '--setup-hook=cat "$1/etc/apt/sources.list"; exit 1'
  const command = ['mmdebstrap', '--mode=root', '--variant=custom', show, 'trixie', scratch]
  return (await runHostCommand([...ownNamespaces, ...command])).lines.join('\n')
}
