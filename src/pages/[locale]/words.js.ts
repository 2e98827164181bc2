import type { APIRoute } from 'astro'
import { toBrowserWords } from '#components/browser-words.ts'
import { toLocalePaths } from '#components/locale-paths.ts'
import type { Locale } from '#i18n/locales.ts'

export const getStaticPaths = toLocalePaths

/** The words of the scripts of a language's pages. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(toBrowserWords(props.locale), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  })
