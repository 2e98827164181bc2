/** Who may show a page in a frame besides the site itself. */
export type Framing = { kind: 'anyone' | 'nobody' | 'unknown' } | { kind: 'some'; origins: string[] }

/** Asks the page itself: whoever serves it decides, by its headers. */
export async function askFraming(page: string): Promise<Framing> {
  const response = await fetch(page, { method: 'HEAD' }).catch(() => undefined)
  return response?.ok ? readFraming(response.headers) : { kind: 'unknown' }
}

/** Reads the headers of a page as browsers do: `frame-ancestors` comes before X-Frame-Options, and without either anyone may. */
export function readFraming(headers: Headers): Framing {
  const policies = headers.get('Content-Security-Policy')?.split(/[;,]/) ?? []
  const ancestors = policies.map(readAncestors).find((found) => found !== undefined)
  if (ancestors === undefined) return { kind: headers.has('X-Frame-Options') ? 'nobody' : 'anyone' }
  const origins = ancestors.filter((ancestor) => !ancestor.startsWith("'"))
  if (origins.includes('*')) return { kind: 'anyone' }
  return origins.length === 0 ? { kind: 'nobody' } : { kind: 'some', origins }
}

function readAncestors(directive: string): string[] | undefined {
  const [name, ...values] = directive.trim().split(/\s+/)
  return name?.toLowerCase() === 'frame-ancestors' ? values : undefined
}
