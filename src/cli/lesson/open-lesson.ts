import type { Context } from '../context.ts'
import { findFolder, type Mark } from './lesson-folder.ts'
import { findLesson, type LessonExercise, loadExercise } from './load-lesson.ts'

/** A lesson that is being worked on. */
export interface OpenLesson {
  exercise: LessonExercise
  folder: string
  mark: Mark
}

/** Opens the lesson of a folder: the one that is named, else the one that the folder says. */
export async function openLesson(
  { host, service }: Context,
  named: string | undefined,
  lesson: string | undefined,
): Promise<OpenLesson> {
  if (lesson !== undefined) {
    const { slug } = await findLesson(service, lesson)
    return {
      exercise: await loadExercise(service, slug),
      folder: named ?? '.',
      mark: { lesson: slug, hints: 0 },
    }
  }
  const { path, mark } = await findFolder(host.files, named)
  return { exercise: await loadExercise(service, mark.lesson), folder: path, mark }
}
