import { type Proof, toProof } from './proof.ts'
import type { LessonText } from './read-lesson-text.ts'

/** What has a page of its own. */
export interface Pages {
  /** Of all lessons, in reading order. */
  slugs: string[]
  /** All error codes. */
  codes: string[]
}

/** Proves that links lead somewhere. Those to other sites are not followed: whether they answer today proves nothing. */
export function proveLinks(path: string, { links }: LessonText, { slugs, codes }: Pages): Proof[] {
  const pages = new Set([
    '',
    'playground',
    'errors',
    'glossary',
    ...codes.map((code) => `errors/${code}`),
    ...slugs,
  ])
  return links.map((link) => toProof(`link ${link} leads somewhere`, !isFine(link, pages) && say(path, link)))
}

function isFine(link: string, pages: Set<string>): boolean {
  const page = /^\/([^#?]*?)\/?(#.*)?$/.exec(link)?.[1]
  return /^https:\/\/|^#/.test(link) || (page !== undefined && pages.has(page))
}

function say(path: string, link: string): string {
  return `${path} links to ${link}, where nothing is. Write https://… or the path of a page, as in /ownership/borrow-deadline/ or /errors/E0505/.`
}
