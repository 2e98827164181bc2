import { type CitedFile, type CitingText, listSources, type Sources } from '#course/sources/list-sources.ts'
import { lessons } from '../course.ts'
import { errorCodes } from '../errors.ts'
import { lessonFiles } from '../lesson-files.ts'
import { sitePath } from '#protocol/site-path.ts'

/** What all lessons and explanations of error codes cite. */
export const sources: Sources = listSources([...lessons.map(toLessonText), ...toErrorTexts()])

/** The files among them by their folder: the first of the tree, and the second below `rust/`. */
export const filesByFolder: { folder: string; inFolder: CitedFile[] }[] = [
  ...Map.groupBy(sources.files, ({ path }) =>
    path
      .split('/')
      .slice(0, path.startsWith('rust/') ? 2 : 1)
      .join('/'),
  ),
].map(([folder, inFolder]) => ({ folder, inFolder }))

function toLessonText({ slug, folder, number, meta }: (typeof lessons)[number]): CitingText {
  const own = Object.entries(lessonFiles).filter(([path]) => path.startsWith(`${folder}/`) && isWritten(path))
  return {
    ...{ href: sitePath(`/${slug}/`), title: meta.title, short: number },
    ...{ sources: meta.sources, text: own.map(([, text]) => text).join('\n') },
  }
}

/** Recorded logs and the notes for instructors do not count. */
function isWritten(path: string): boolean {
  return /\.(mdx|yaml)$/.test(path)
}

function toErrorTexts(): CitingText[] {
  return errorCodes.flatMap(({ code, ours }) =>
    ours
      ? {
          ...{ href: sitePath(`/errors/${code}/`), title: ours.meta.title, short: code },
          ...{ sources: ours.meta.sources, text: ours.markdown },
        }
      : [],
  )
}
