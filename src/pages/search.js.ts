import type { APIRoute } from 'astro'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import script from '#components/search/open-search.ts?inline-script'

/** The search; a page loads it when a reader asks for it. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
