import type { APIRoute } from 'astro'
import { toFirstWords } from '#components/browser-words.ts'
import { toLocalePaths } from '#components/locale-paths.ts'
import type { Locale } from '#i18n/locales.ts'

export const getStaticPaths = toLocalePaths

/** The words that every page of a language needs at once. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(toFirstWords(props.locale), { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
