import type { APIRoute } from 'astro'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import script from '#components/settings/work-script.ts?inline-script'

/** What takes work out of a browser and brings it in; loaded where the settings are shown. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
