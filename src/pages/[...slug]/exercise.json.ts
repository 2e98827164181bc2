import type { APIRoute, GetStaticPaths } from 'astro'
import { lessonAt, lessons } from '#components/course.ts'

export const getStaticPaths: GetStaticPaths = () => lessons.map(({ slug }) => ({ params: { slug } }))

/** What the workbench needs of a lesson beyond its page: the exercise and what the compiler said of its programs. */
export const GET: APIRoute = ({ params }) => {
  const { exercise, recorded } = lessonAt(params.slug)
  return Response.json({ exercise, recorded })
}
