import type { ListedLesson } from '#course/lesson-index.ts'
import { localPath } from '#i18n/local-path.ts'

/** Fetches the list of all lessons; nothing where that fails. */
export async function loadLessons(): Promise<ListedLesson[]> {
  const response = await fetch(localPath('/lessons.json')).catch(() => undefined)
  if (!response?.ok) return []
  return ((await response.json()) as { lessons: ListedLesson[] }).lessons
}
