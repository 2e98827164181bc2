import type { APIRoute } from 'astro'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import script from '#components/progress/log-script.ts?inline-script'

/** What knows the log of a reader's work; pages load it when there is nothing else to do. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
