import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Env, Hono, Next } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

/** Serves the built site from a folder, compressed files first; it takes each path that no route added before it has. */
export function addSite<E extends Env>(app: Hono<E>, folder: string): void {
  app.use('*', pageHeaders, redirectToFolder, setCaching, answerUnchanged)
  app.use('*', serveStatic({ root: folder, precompressed: true }))
}

/** Answers 404 with the site's own page for an address that it does not have. */
export async function pageNotFound(c: Context, folder: string): Promise<Response> {
  const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => '<!doctype html>Not found')
  return c.html(page, 404, { 'Cache-Control': 'no-cache' })
}

/** The pages narrow this policy in their own <meta>: with hashes of inline scripts and the services they may ask. */
const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ['*'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  referrerPolicy: 'strict-origin-when-cross-origin',
  // Whoever ends TLS in front of the service decides this.
  strictTransportSecurity: false,
})

/** Relative links of a page count from its folder. */
async function redirectToFolder(c: Context, next: Next): Promise<Response | void> {
  const { pathname, search } = new URL(c.req.url)
  const name = pathname.slice(pathname.lastIndexOf('/') + 1)
  const isPage = name !== '' && !name.includes('.') && !/^\/(api|metrics|healthz)(\/|$)/.test(pathname)
  return isPage ? c.redirect(`${pathname.replace(/^\/+/, '/')}/${search}`, 301) : next()
}

/** Names under /_astro/ contain a hash of what is in the file. */
function setCaching(c: Context, next: Next): Promise<void> {
  const isHashed = c.req.path.startsWith('/_astro/')
  c.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  return next()
}

/** A page that the browser still has is not sent again. */
async function answerUnchanged(c: Context, next: Next): Promise<void> {
  await next()
  const changed = c.res.headers.get('Last-Modified')
  if (c.res.status !== 200 || changed === null || changed !== c.req.header('If-Modified-Since')) return
  await c.res.body?.cancel()
  c.res = new Response(null, { status: 304, headers: c.res.headers })
  c.res.headers.delete('Content-Length')
}
