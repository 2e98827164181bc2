import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/compress'
import { parseAccept } from 'hono/utils/accept'

/**
 * Compresses what is large enough, for a client that takes gzip. Hono's own compresses what is short as well, and sends it
 * through three web streams, which takes longer than an answer that is remembered takes altogether.
 */
export function compressAnswer(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!isCompressible(c)) return
    c.res.headers.append('Vary', 'Accept-Encoding')
    if (takesGzip(c)) await replaceBody(c)
  }
}

/** An event stream is not: each event goes out when it comes. */
function isCompressible({ res, req }: Context): boolean {
  const type = res.headers.get('Content-Type') ?? ''
  return (
    req.method !== 'HEAD' &&
    !res.headers.has('Content-Encoding') &&
    COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)
  )
}

function takesGzip({ req }: Context): boolean {
  const header = req.header('Accept-Encoding')
  return header !== undefined && parseAccept(header).some(({ type, q }) => type === 'gzip' && q > 0)
}

async function replaceBody(c: Context): Promise<void> {
  const { status, headers } = c.res
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const isWorthIt = plain.length >= least
  if (isWorthIt) headers.set('Content-Encoding', 'gzip')
  // Else the headers of both would be put together, by way of a stream again.
  c.res = undefined
  c.res = new Response(isWorthIt ? await compress(plain) : plain, { status, headers })
}

/** Bytes; what is shorter fits into one packet anyway. */
const least = 1024

const compress = promisify<Uint8Array, Buffer<ArrayBuffer>>(gzip)
