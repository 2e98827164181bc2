import {
  type CveClass,
  cveClasses,
  type CveRow,
  type CveVerdict,
  cveVerdicts,
  readCves,
} from '#course/cves.ts'
import type { CitingPage } from '#course/sources/list-sources.ts'
import { lessonFiles } from '../lesson-files.ts'
import { lessonOfRow } from './renamed.ts'
import { sources } from './sources.ts'

/** The CVEs of the course, in the order of the file. */
export const cves: CveRow[] = readCves(lessonFiles)

/** The same by what went wrong, each class with how many there are of each verdict; a class without one is left out. */
export const cvesByClass = (Object.keys(cveClasses) as CveClass[])
  .map((name) => {
    const rows = cves.filter((row) => row.class === name)
    return { name, ...cveClasses[name], rows, counts: countVerdicts(rows) }
  })
  .filter(({ rows }) => rows.length > 0)

/** How many rows there are of each verdict. */
export function countVerdicts(rows: readonly CveRow[]): { verdict: CveVerdict; count: number }[] {
  return (Object.keys(cveVerdicts) as CveVerdict[]).map((verdict) => ({
    verdict,
    count: rows.filter((row) => row.verdict === verdict).length,
  }))
}

/** The pages that tell of a CVE; where none does, the lesson on the same idea. */
export function pagesOfCve({ name, lesson }: CveRow): CitingPage[] {
  const telling = sources.cves.find((cited) => cited.name === name)?.by ?? []
  const related = lessonOfRow({ lesson })
  if (telling.length > 0 || !related) return telling
  return [{ href: related.href, title: related.title, short: related.number }]
}
