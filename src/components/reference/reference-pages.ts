import { msg } from '#i18n/t.ts'

/** The pages of the reference, in the order of their menu. */
export const referencePages = [
  { path: '/errors/', title: msg('Errors') },
  { path: '/reference/rosetta/', title: msg('C to Rust') },
  { path: '/reference/renamed/', title: msg('Renamed') },
  { path: '/glossary/', title: msg('Glossary') },
  { path: '/cves/', title: msg('CVEs') },
  { path: '/sources/', title: msg('Sources') },
] as const
