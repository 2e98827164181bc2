import type { APIRoute } from 'astro'
import { courseIn } from '#components/course.ts'
import { toLessonIndex } from '#course/lesson-index.ts'

/** The list of lessons for scripts of the site and for the command `no-oops`. */
export const GET: APIRoute = () => Response.json(toLessonIndex(courseIn().course))
