import { citedCves, type CveRow, cvesPath } from '#course/cves.ts'
import { type Proof, toProof } from './proof.ts'

/** What rows are proven with. */
export interface CvesContext {
  /** Path below the folder of lessons → text. */
  files: Record<string, string>
  /** Of all lessons. */
  slugs: string[]
  /** Those that rustc has. */
  codes: string[]
}

/** Proves that every CVE that the course names has a row, and that what the rows name is there. */
export function verifyCves({ files, slugs, codes }: CvesContext, rows: CveRow[]): Proof[] {
  const listed = new Set(rows.map(({ name }) => name))
  return [
    ...[...citedCves(files)].map(([name, path]) =>
      toProof(
        `${name} has a row`,
        !listed.has(name) && `${path} names ${name}, and ${cvesPath} has no row of it. Write one.`,
      ),
    ),
    ...rows.map(({ name, lesson }) =>
      toProof(
        `${name}: its lesson exists`,
        lesson !== undefined &&
          !slugs.includes(lesson) &&
          `${cvesPath}, row «${name}»: there is no lesson ${lesson}.`,
      ),
    ),
    ...rows.map(({ name, code }) =>
      toProof(
        `${name}: its code exists`,
        code !== undefined && !codes.includes(code) && `${cvesPath}, row «${name}»: rustc has no ${code}.`,
      ),
    ),
  ]
}
