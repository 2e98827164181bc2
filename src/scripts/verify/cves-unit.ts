import { cvesPath, readCves } from '#course/cves.ts'
import type { Unit, UnitsToMake } from './unit.ts'
import { verifyCves } from './verify-cves.ts'

/** Makes the unit of the table of CVEs; none where a course has no such table. */
export function toCveUnits({ context, files }: UnitsToMake): Unit[] {
  if (files[cvesPath] === undefined) return []
  const { slugs, codes } = context.pages
  return [{ name: cvesPath, verify: async () => verifyCves({ files, slugs, codes }, readCves(files)) }]
}
