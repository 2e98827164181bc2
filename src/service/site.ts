import { readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Env, Hono, MiddlewareHandler, Next } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { createPolicyReader } from './page-policy.ts'

/** The folder of the built site, and the origins besides our own that may show its pages below `/embed/` in a frame. */
export interface ServedSite {
  folder: string
  frameAncestors: readonly string[]
}

/** Serves the built site, compressed files first; it takes each path that no route added before it has. */
export function addSite<E extends Env>(app: Hono<E>, site: ServedSite): void {
  app.use(
    '*',
    givePolicyOfPage(site),
    letOthersFrame(site),
    letOthersLoad,
    giveHeaders,
    isolateContainer,
    hideDotfiles,
    redirectToFolder,
    setCaching,
    answerUnchanged,
  )
  app.use('*', serveStatic({ root: site.folder, precompressed: true, onFound: notePage }))
}

/** Answers 404 with the site's own page for an address that it does not have. */
export async function pageNotFound(c: Context, folder: string): Promise<Response> {
  const file = join(folder, '404.html')
  const page = await readFile(file, 'utf8').catch(() => '<!doctype html>Not found')
  notePage(file, c)
  return c.html(page, 404, { 'Cache-Control': 'no-cache' })
}

/** A page's own policy takes the place of this one. */
const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'"],
  },
  referrerPolicy: 'strict-origin-when-cross-origin',
  // Whoever ends TLS in front of the service decides this.
  strictTransportSecurity: false,
  // Only browsers that can show none of our pages heed these.
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const satisfies Parameters<typeof secureHeaders>[0]

const pageHeaders = secureHeaders(headers)

/**
 * A page with its editor fetches forty files: what browsers heed in the answer for a page alone would be half a kilobyte of
 * each. Their policy is only as wide as the Worker that runs programs needs.
 */
const fileHeaders = secureHeaders({
  ...headers,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    connectSrc: headers.contentSecurityPolicy.connectSrc,
    scriptSrc: headers.contentSecurityPolicy.scriptSrc,
    workerSrc: headers.contentSecurityPolicy.workerSrc,
  },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xFrameOptions: false,
})

function giveHeaders(c: Context, next: Next): Promise<Response | void> {
  return isFile(c) ? fileHeaders(c, next) : pageHeaders(c, next)
}

/** The address of a page has no ending, or is that of its text. */
function isFile({ req }: Context): boolean {
  return /\.(?!html$)\w+$/.test(req.path)
}

/** A `<meta>` can't say who may frame the page. */
function givePolicyOfPage(site: ServedSite): MiddlewareHandler {
  const readPolicy = createPolicyReader()
  return async (c, next) => {
    await next()
    const page = c.get(pageKey) as string | undefined
    const policy = page === undefined ? undefined : await readPolicy(page).catch(() => undefined)
    if (policy === undefined) return
    const ancestors = ["'self'", ...(isForFrames(c, site) ? site.frameAncestors : [])]
    c.header('Content-Security-Policy', `${policy};frame-ancestors ${ancestors.join(' ')}`)
  }
}

/** X-Frame-Options can name no other site, so it would say less than the policy. */
function letOthersFrame(site: ServedSite): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (site.frameAncestors.length === 0 || !isForFrames(c, site)) return
    c.res.headers.delete('X-Frame-Options')
    c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  }
}

/** A language’s pages stand in a folder of its own. By its file, not by its address: the page for what is not there has links and a search that are for no frame. */
function isForFrames(c: Context, { folder }: ServedSite): boolean {
  const page = c.get(pageKey) as string | undefined
  return page !== undefined && /^(?:[a-z]{2}\/)?embed\//.test(relative(folder, page).replaceAll(sep, '/'))
}

/** The script for pages that show ours in a frame is loaded by theirs. */
async function letOthersLoad(c: Context, next: Next): Promise<void> {
  await next()
  if (c.req.path === '/embed.js') c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** A page with a WebContainer shares memory with it, for which browsers ask that nothing else in it is of others; its Workers have to say the same. */
async function isolateContainer(c: Context, next: Next): Promise<void> {
  await next()
  const isContainer = /^\/(?:[a-z]{2}\/)?workspace\/container\/$/.test(c.req.path)
  if (isContainer || c.req.header('Sec-Fetch-Dest') === 'worker')
    c.header('Cross-Origin-Embedder-Policy', 'require-corp')
}

const pageKey = 'page'

function notePage(file: string, c: Context): void {
  const page = file.replace(/\.(br|zst|gz)$/, '')
  if (page.endsWith('.html')) c.set(pageKey, page)
}

/** What begins with a dot is for whoever builds the site. */
function hideDotfiles(c: Context, next: Next): Promise<Response | void> {
  const isHidden = c.req.path.split('/').some((part) => part.startsWith('.') && part !== '.well-known')
  return isHidden ? Promise.resolve(c.notFound()) : next()
}

/** Relative links of a page count from its folder. */
async function redirectToFolder(c: Context, next: Next): Promise<Response | void> {
  const { pathname, search } = new URL(c.req.url)
  const name = pathname.slice(pathname.lastIndexOf('/') + 1)
  const isPage = name !== '' && !name.includes('.') && !/^\/(api|metrics|healthz|readyz)(\/|$)/.test(pathname)
  return isPage ? c.redirect(`${pathname.replace(/^\/+/, '/')}/${search}`, 301) : next()
}

function setCaching(c: Context, next: Next): Promise<void> {
  c.header('Cache-Control', isHashed(c) ? 'public, max-age=31536000, immutable' : 'no-cache')
  return next()
}

/** Names under /_astro/ contain a hash of what is in the file. */
function isHashed({ req }: Context): boolean {
  return req.path.startsWith('/_astro/')
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
