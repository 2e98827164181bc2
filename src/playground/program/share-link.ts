/** In characters: longer links are cut by some chat programs and mail readers. */
const longestFragment = 16_000
/** In bytes: the service takes no more. */
const longestCode = 65_536

/** Packs code into a fragment, without its `#`; undefined where it would be too long to share. */
export async function toFragment(code: string): Promise<string | undefined> {
  const source = new TextEncoder().encode(code)
  if (source.length > longestCode) return undefined
  const bytes = await pass(source, new CompressionStream('deflate-raw'))
  const fragment = `code=${toBase64Url(bytes)}`
  return fragment.length > longestFragment ? undefined : fragment
}

/** Reads the code from a page's fragment: `none` where there is none in it, `broken` where it can't be unpacked. */
export async function readFragment(
  fragment: string,
): Promise<{ kind: 'none' } | { kind: 'code'; code: string } | { kind: 'broken' }> {
  const packed = /^#?code=(.*)$/.exec(fragment)?.[1]
  if (packed === undefined) return { kind: 'none' }
  try {
    const bytes = await pass(fromBase64Url(packed), new DecompressionStream('deflate-raw'))
    return { kind: 'code', code: decoder.decode(bytes) }
  } catch {
    return { kind: 'broken' }
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
    if (size > longestCode) throw new RangeError('too long')
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
