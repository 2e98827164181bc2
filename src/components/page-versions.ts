import { defaultLocale, type Locale, locales } from '#i18n/locales.ts'
import { pathIn, translatedPages } from '#i18n/local-path.ts'
import { sitePath } from '#protocol/site-path.ts'
import type { Lesson } from '#course/lesson.ts'
import { chaptersIn, courseIn } from './course.ts'

/** A page in one language. */
export interface PageVersion {
  locale: Locale
  /** What the language calls itself. */
  name: string
  /** Below the site's own path, such as `/course/de/settings/`. */
  path: string
}

/** The languages that a page is there in, its own among them, if it is one that has an address; `pathname` as the browser has it. */
export function versionsOf(pathname: string): PageVersion[] {
  const page = toEnglish(pathname)
  const versions = (Object.keys(locales) as Locale[])
    .filter((locale) => isThere(page, locale))
    .map((locale) => ({ locale, name: locales[locale], path: pathIn(locale, page) }))
  return versions.some(({ path }) => path === pathname) ? versions : []
}

/** Path of a lesson’s page in the language that the lesson is in. */
export function lessonPath({ slug, meta }: Lesson): string {
  return pathIn(meta.language, `/${slug}/`)
}

/** Whether the site has a page, as it is called in English, in a language. */
export function isThere(page: string, locale: Locale): boolean {
  return locale === defaultLocale || pagesIn(locale).has(page)
}

/** `/course/de/settings/` → `/settings/`. */
function toEnglish(pathname: string): `/${string}` {
  const page = pathname.slice(sitePath('/').length)
  const [first = '', ...others] = page.split('/')
  return `/${first !== defaultLocale && Object.hasOwn(locales, first) ? others.join('/') : page}`
}

function pagesIn(locale: Locale): Set<string> {
  const lessons = courseIn(locale).lessons.filter(({ meta }) => meta.language === locale)
  return new Set([
    ...[...translatedPages, '/embed/playground/'],
    ...lessons.flatMap(({ slug }) => [`/${slug}/`, `/embed/${slug}/`]),
    ...chaptersIn(locale).map(({ slug }) => `/print/${slug}/`),
  ])
}
