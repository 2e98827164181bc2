import type { APIRoute } from 'astro'
// oxlint-disable-next-line import/default -- the plugin «inline-script» gives the default export
import script from '#components/words/explain-words.ts?inline-script'

/** The script that explains words; a page loads it when a reader first points at code or at a word. */
export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
