import type { APIRoute } from 'astro'
import { toFeed } from '#components/to-feed.ts'
import { readChanges } from '#course/changes.ts'
import { lessonFiles } from '#components/lesson-files.ts'
import { sitePath } from '#protocol/site-path.ts'

/** The feed of what is new. Where the address of the site is not known, its links count from the root of its host. */
export const GET: APIRoute = ({ site }) => {
  const toAddress = (path: `/${string}`) => (site ? new URL(sitePath(path), site).href : sitePath(path))
  return new Response(toFeed(readChanges(lessonFiles), toAddress), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
