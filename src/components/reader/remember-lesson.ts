import { saveText } from '#playground/storage/storage.ts'

/** Remembers the lesson of this page, if it has one, as the one to continue with. */
export function rememberLesson() {
  const lesson = document.querySelector<HTMLElement>('[data-lesson]')?.dataset.lesson
  if (lesson) saveText('last', lesson)
}
