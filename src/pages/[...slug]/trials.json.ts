import type { APIRoute, GetStaticPaths } from 'astro'
import { lessons } from '#components/course.ts'
import { lessonFiles } from '#components/lesson-files.ts'

const toPath = (folder: string): string => `${folder}/trials.json`

export const getStaticPaths: GetStaticPaths = () =>
  lessons
    .filter(({ folder }) => toPath(folder) in lessonFiles)
    .map(({ slug, folder }) => ({ params: { slug }, props: { folder } }))

/** What was recorded of trying a lesson's programs. */
export const GET: APIRoute<{ folder: string }> = ({ props }) =>
  new Response(lessonFiles[toPath(props.folder)], { headers: { 'content-type': 'application/json' } })
