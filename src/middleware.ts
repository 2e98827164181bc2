import { defineMiddleware } from 'astro:middleware'
import { inLanguage } from '#i18n/in-language.ts'
import { defaultLocale, isLocale } from '#i18n/locales.ts'

/** Builds each page in its own language. The body is read at once: what is rendered while it is read has to find that language, too. */
export const onRequest = defineMiddleware(({ currentLocale = defaultLocale }, next) =>
  inLanguage(isLocale(currentLocale) ? currentLocale : defaultLocale, async () => {
    const response = await next()
    return new Response(await response.arrayBuffer(), response)
  }),
)
