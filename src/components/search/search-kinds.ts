import { t } from '#i18n/t.ts'

/** What can be found, in the order in which groups stand that match equally well. */
export const searchKinds = {
  lesson: () => t('Lessons'),
  error: () => t('Error codes'),
  rosetta: () => t('C to Rust'),
  renamed: () => t('Renamed APIs'),
  word: () => t('Glossary'),
  cve: () => t('CVEs'),
  source: () => t('Sources'),
} as const
export type SearchKind = keyof typeof searchKinds

/** Something that is found by itself. */
export interface SearchRecord {
  kind: SearchKind
  /** Path of its page, with its place there. */
  url: string
  /** Absent where it is in the language of the search. */
  language?: string
  title: string
  /** One line that says what it is. */
  gist: string
  /** All else that it is found by. */
  text: string
}

/** What stands below this heading of an indexed page finds it, and is not to be shown. */
export const partsId = 'parts-of-names'
