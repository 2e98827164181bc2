import type { APIRoute, GetStaticPaths } from 'astro'
import { lessons } from '#components/course.ts'
import { lessonFiles } from '#components/lesson-files.ts'

const toPath = (folder: string): string => `${folder}/shell.cast`

export const getStaticPaths: GetStaticPaths = () =>
  lessons
    .filter(({ folder }) => toPath(folder) in lessonFiles)
    .map(({ slug, folder }) => ({ params: { slug }, props: { folder } }))

/** The recording of a shell that a lesson has. */
export const GET: APIRoute<{ folder: string }> = ({ props }) =>
  new Response(lessonFiles[toPath(props.folder)], { headers: { 'content-type': 'application/x-asciicast' } })
