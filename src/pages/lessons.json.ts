import type { APIRoute } from 'astro'
import { course } from '#components/course.ts'
import { toLessonIndex } from '#course/lesson-index.ts'

/** The list of lessons for the command `no-oops`. */
export const GET: APIRoute = () => Response.json(toLessonIndex(course))
