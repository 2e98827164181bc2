import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A site of somebody else, as far as browsers are concerned: the course is on `localhost`. */
export interface ForeignSite {
  url: string
  /** Its one page. */
  show(html: string): void
  close(): Promise<void>
}

/** Serves one on a free port. */
export async function serveForeignSite(): Promise<ForeignSite> {
  let page = ''
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (html) => void (page = html),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A page of such a site, with a text before and after what it embeds. */
export function toArticle(embedded: string): string {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>An article</title>
<style>:root { color-scheme: light dark } body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 18px/1.6 Georgia, serif }</style>
<h1>What the borrow checker would have said</h1>
<p>A driver keeps a pointer to a buffer that somebody else frees. Try it:</p>
${embedded}
<p>The text goes on below.</p></html>`
}
