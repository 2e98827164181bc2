import { sitePath } from '#protocol/site-path.ts'

/** The pages of the reference, in the order of their menu. */
export const referencePages = [
  { href: sitePath('/errors/'), title: 'Errors' },
  { href: sitePath('/reference/rosetta/'), title: 'C to Rust' },
  { href: sitePath('/reference/renamed/'), title: 'Renamed' },
  { href: sitePath('/glossary/'), title: 'Glossary' },
  { href: sitePath('/cves/'), title: 'CVEs' },
  { href: sitePath('/sources/'), title: 'Sources' },
] as const
