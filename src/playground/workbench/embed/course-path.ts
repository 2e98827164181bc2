import { pageLanguage } from '#i18n/language.ts'
import { pathIn } from '#i18n/local-path.ts'

/** The path of the course's page: this one's, or of a page for frames that of the page which it shows a part of. */
export function coursePath(): string {
  const language = pageLanguage()
  return location.pathname.replace(pathIn(language, '/embed/'), pathIn(language, '/'))
}
