import { pathIn } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import { readText } from '#playground/storage/storage.ts'
import { findPlace } from '../find-place.ts'
import { loadLessons } from './load-lessons.ts'

/** On a page that is no lesson, offers in the header to go on with the last one. */
export async function offerToGoOn() {
  const last = readText('last')
  if (!last || document.querySelector('.breadcrumb, [data-continue]')) return
  const lesson = (await loadLessons()).find(({ slug }) => slug === last)
  if (!lesson) return
  const link = document.createElement('a')
  link.className = 'go-on'
  link.href = pathIn(lesson.language, `/${lesson.slug}/`) + findPlace(lesson.slug)
  link.textContent = t('Go on with {number} {title}', { number: lesson.number, title: lesson.title })
  document.querySelector('.wordmark')!.after(link)
}
