import type { APIRoute, GetStaticPaths } from 'astro'
import { exerciseLessonAt, lessons } from '#components/course.ts'
import { hasExercise } from '#course/lesson.ts'

export const getStaticPaths: GetStaticPaths = () =>
  lessons.filter(hasExercise).map(({ slug }) => ({ params: { slug } }))

/** What the workbench needs of a lesson beyond its page: the exercise and what the compiler said of its programs. */
export const GET: APIRoute = ({ params }) => {
  const { exercise, recorded } = exerciseLessonAt(params.slug)
  return Response.json({ exercise, recorded })
}
