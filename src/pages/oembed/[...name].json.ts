import type { APIRoute, GetStaticPaths } from 'astro'
import { courseIn } from '#components/course.ts'
import { type Embeddable, toOEmbed } from '#components/embed/to-oembed.ts'
import { hasExercise } from '#course/lesson.ts'
import { localPath } from '#i18n/local-path.ts'
import { defaultLocale, type Locale } from '#i18n/locales.ts'

export const getStaticPaths: GetStaticPaths = () => toOEmbedPaths(defaultLocale)

/** Of the lessons in a language that have a workbench, and of the playground; only where the address of the site is known. */
export function toOEmbedPaths(locale: Locale) {
  if (import.meta.env.SITE === undefined) return []
  const lessons = courseIn(locale).lessons.filter(({ meta }) => meta.language === locale)
  return [
    ...lessons
      .filter(hasExercise)
      .map(({ slug, meta: { title } }) => toPath({ name: slug, title, hasPreview: true })),
    toPath({ name: 'playground', title: 'Playground', hasPreview: false }),
  ]
}

function toPath(page: Embeddable) {
  return { params: { name: page.name }, props: { page } }
}

/** What other sites show of a page, by oEmbed. */
export const GET: APIRoute<{ page: Embeddable }> = ({ props, site }) =>
  Response.json(toOEmbed(props.page, new URL(localPath('/'), site).href))
