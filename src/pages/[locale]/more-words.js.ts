import type { APIRoute } from 'astro'
import { toMoreWords } from '#components/browser-words.ts'
import { toLocalePaths } from '#components/locale-paths.ts'
import type { Locale } from '#i18n/locales.ts'

export const getStaticPaths = toLocalePaths

/** The words of all that pages of a language load later. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(toMoreWords(props.locale), { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
