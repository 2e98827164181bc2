import type { APIRoute } from 'astro'
import { courseIn } from '#components/course.ts'
import { listItems } from '#components/progress/items.ts'

/** The questions and tasks that can be asked again: what the log of a browser names. */
export const GET: APIRoute = () => Response.json(listItems(courseIn().lessons))
