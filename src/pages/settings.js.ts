import type { APIRoute } from 'astro'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import script from '#components/settings/set-up-settings.ts?inline-script'

/** What the settings do; loaded where they are shown. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
