import { CourseError } from '#course/course-error.ts'
import { readGlossary } from '#course/words/read-words.ts'
import { readRustcTexts } from '#course/read-errors.ts'
import type { Counts } from '../steps.ts'
import { sumCounts } from '../steps.ts'
import type { Proof } from './proof.ts'
import { listLessons, readLessonFiles } from './read-lesson-files.ts'
import { toErrorUnits } from './error-units.ts'
import { toLessonUnits } from './lesson-units.ts'
import { toCveUnits } from './cves-unit.ts'
import { toRenamedUnits } from './renamed-unit.ts'
import { toRosettaUnits } from './rosetta-unit.ts'
import type { CourseVerifyContext, CourseToVerify, Unit } from './unit.ts'

/** Proves the lessons and the texts of error codes side by side and prints the result of each, in reading order. */
export async function verifyCourse(context: CourseVerifyContext, course: CourseToVerify): Promise<Counts> {
  const files = await readLessonFiles(course.folder)
  const slugs = listLessons(files).map((folder) => folder.replaceAll(/(^|\/)\d+-/g, '$1'))
  const pages = { slugs, codes: Object.keys(readRustcTexts(files).codes) }
  const job = { context: { ...context, pages, glossary: readGlossary(files) }, course, files }
  const units = [toLessonUnits, toErrorUnits, toRenamedUnits, toRosettaUnits, toCveUnits].flatMap((make) =>
    make(job),
  )
  const chosen = choose(units, course.only)
  const verified = chosen.map(verifyUnit)
  const counts: Counts[] = []
  for (const [index, proofs] of verified.entries()) counts.push(print(chosen[index]!, await proofs))
  return sumCounts(counts)
}

function choose(units: Unit[], only: string[]): Unit[] {
  const chosen = units.filter(({ name }) => only.length === 0 || only.some((start) => name.startsWith(start)))
  if (chosen.length > 0) return chosen
  throw new CourseError(
    `No lesson begins with ${only.join(' or ') || 'anything'}. Name its folder, as in 03-ownership/02, or an error code, as in errors/E0505.`,
  )
}

async function verifyUnit({ verify }: Unit): Promise<Proof[]> {
  try {
    return await verify()
  } catch (error) {
    if (!(error instanceof CourseError)) throw error
    return [{ claim: 'can be read', mistake: error.message }]
  }
}

function print({ name }: Unit, proofs: Proof[]): Counts {
  const mistakes = proofs.flatMap(({ mistake }) => mistake ?? [])
  const passed = proofs.length - mistakes.length
  console.log(`${mistakes.length > 0 ? '✗' : '✓'} ${name}  ${passed} of ${proofs.length} proven`)
  for (const mistake of mistakes) console.log(`    ${mistake.replaceAll('\n', '\n    ')}`)
  return { passed, failed: mistakes.length }
}
