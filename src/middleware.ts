import { defineMiddleware } from 'astro:middleware'
import { isThere } from '#components/page-versions.ts'
import { inLanguage } from '#i18n/in-language.ts'
import { defaultLocale, isLocale } from '#i18n/locales.ts'
import { localizeLinks } from '#i18n/localize-links.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Builds each page in its own language. The body is read at once: what is rendered while it is read has to find that language, too. */
export const onRequest = defineMiddleware(({ currentLocale = defaultLocale }, next) => {
  const locale = isLocale(currentLocale) ? currentLocale : defaultLocale
  return inLanguage(locale, async () => {
    const response = await next()
    if (locale === defaultLocale || !isHtml(response))
      return new Response(await response.arrayBuffer(), response)
    const html = localizeLinks(await response.text(), locale, { base: sitePath('/'), isThere })
    return new Response(html, response)
  })
})

function isHtml({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false
}
