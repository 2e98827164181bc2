import { localPath, pathIn } from '#i18n/local-path.ts'
import type { ItemsOfLesson } from './items.ts'

/** A question or task as a link shows it. */
export interface FoundItem {
  words: string
  /** Such as «3.2 A pointer with a deadline». */
  lesson: string
  /** Where it is asked again. */
  href: string
}

/** Finds what `slug#name` is; undefined where the course has it no longer. */
export function findItem(lessons: ItemsOfLesson[], item: string): FoundItem | undefined {
  const [slug, name] = item.split('#')
  const lesson = lessons.find((lesson) => lesson.slug === slug)
  const found = lesson?.items.find((item) => item.name === name)
  if (!lesson || !found) return undefined
  return {
    words: found.words,
    lesson: `${lesson.number} ${lesson.title}`,
    href: pathIn(lesson.language, `/${slug}/?revisit=${name}#${name}`),
  }
}

/** Fetches what can be asked again; nothing where that fails. */
export async function loadItems(): Promise<ItemsOfLesson[]> {
  const response = await fetch(localPath('/items.json')).catch(() => undefined)
  return response?.ok ? ((await response.json()) as ItemsOfLesson[]) : []
}
