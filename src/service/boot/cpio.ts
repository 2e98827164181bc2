/** A file of an archive; a folder or a link if it says so. */
export type Entry =
  | { kind: 'file'; path: string; content: Uint8Array | string; executable?: boolean }
  | { kind: 'folder'; path: string }
  | { kind: 'link'; path: string; to: string }

/**
 * An archive as Linux unpacks it at boot («newc», Documentation/driver-api/early-userspace/buffer-format.rst). Linux
 * takes several of them one after the other. A folder stands before what is in it.
 */
export function toCpio(entries: Entry[]): Uint8Array {
  return Buffer.concat([...entries.flatMap(toRecord), ...trailer])
}

function toRecord(entry: Entry, index: number): Buffer[] {
  const content = Buffer.from(contentOf(entry))
  return [
    ...record({ path: entry.path, mode: modeOf(entry), inode: index + 1, bytes: content.length }),
    padded(content),
  ]
}

function contentOf(entry: Entry): Uint8Array | string {
  if (entry.kind === 'file') return entry.content
  return entry.kind === 'link' ? entry.to : ''
}

function modeOf(entry: Entry): number {
  if (entry.kind === 'folder') return 0o040755
  if (entry.kind === 'link') return 0o120777
  return entry.executable ? 0o100755 : 0o100644
}

interface Header {
  path: string
  mode: number
  inode: number
  bytes: number
}

function record({ path, mode, inode, bytes }: Header): Buffer[] {
  const name = Buffer.from(`${path}\0`)
  const [user, group, links, time] = [0, 0, 1, 0]
  const devices = [0, 0, 0, 0]
  const checksum = 0
  const fields = [inode, mode, user, group, links, time, bytes, ...devices, name.length, checksum]
  return [padded(Buffer.concat([Buffer.from(`070701${fields.map(toHex).join('')}`), name]))]
}

function toHex(field: number): string {
  return field.toString(16).padStart(8, '0')
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
}

const trailer = record({ path: 'TRAILER!!!', mode: 0, inode: 0, bytes: 0 })
