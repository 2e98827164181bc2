/** In characters: longer links are cut by some chat programs and mail readers. */
const longestFragment = 16_000
/** In bytes, when unpacked: as much as the service takes, and what JSON adds to it. */
const longestText = 160_000

/** What came out of a link. */
export type Unpacked = { kind: 'text'; text: string } | { kind: 'broken' | 'too long' }

/** Packs a text into a fragment `name=…`, without its `#`; undefined where it would be too long to share. */
export async function packText(name: string, text: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(text)
  if (bytes.length > longestText) return undefined
  const packed = toBase64Url(await pass(bytes, new CompressionStream('deflate-raw')))
  const fragment = `${name}=${packed}`
  return fragment.length > longestFragment ? undefined : fragment
}

/** Unpacks what stands behind the name. */
export async function unpackText(packed: string): Promise<Unpacked> {
  try {
    const bytes = await pass(fromBase64Url(packed), new DecompressionStream('deflate-raw'))
    return { kind: 'text', text: decoder.decode(bytes) }
  } catch (error) {
    return { kind: error instanceof RangeError ? 'too long' : 'broken' }
  }
}

/** All characters of the program are its own, the first one too. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

async function pass(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    // A small link may unpack to gigabytes.
    if (size > longestText) throw new RangeError('too long')
    parts.push(part.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

/** Writes bytes in the letters that a URL can hold as they are. */
export function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
