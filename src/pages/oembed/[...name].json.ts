import type { APIRoute, GetStaticPaths } from 'astro'
import { lessons } from '#components/course.ts'
import { type Embeddable, toOEmbed } from '#components/embed/to-oembed.ts'
import { hasExercise } from '#course/lesson.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Of lessons with a workbench, and of the playground. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE === undefined
    ? []
    : [
        ...lessons
          .filter(hasExercise)
          .map(({ slug, meta: { title } }) => toPath({ name: slug, title, hasPreview: true })),
        toPath({ name: 'playground', title: 'Playground', hasPreview: false }),
      ]

function toPath(page: Embeddable) {
  return { params: { name: page.name }, props: { page } }
}

/** What other sites show of a page, by oEmbed; only where the address of the site is known. */
export const GET: APIRoute<{ page: Embeddable }> = ({ props, site }) =>
  Response.json(toOEmbed(props.page, new URL(sitePath('/'), site).href))
