import type { APIRoute, GetStaticPaths } from 'astro'
import { chapterOf, lessonAt, lessons } from '#components/course.ts'
import { codeOfLesson } from '#components/preview/code-of-lesson.ts'
import { renderPreview } from '#components/preview/render-preview.ts'
import { toPng } from '#components/preview/to-png.ts'

/** Only a site that knows its address can say where a picture is. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? lessons.map(({ slug }) => ({ params: { slug } })) : []

/** The picture that other sites show with a link to the lesson. */
export const GET: APIRoute = async ({ params }) => {
  const lesson = lessonAt(params.slug)
  const code = codeOfLesson(lesson)
  const place = `${lesson.number} ${chapterOf(lesson).title}`
  const png = await toPng(renderPreview({ place, title: lesson.meta.title, ...(code && { code }) }))
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
