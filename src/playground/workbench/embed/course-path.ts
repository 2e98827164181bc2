import { sitePath } from '#protocol/site-path.ts'

/** The path of the course's page: this one's, or of a page for frames that of the page which it shows a part of. */
export function coursePath(): string {
  return location.pathname.replace(sitePath('/embed/'), sitePath('/'))
}
