import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRecordedErrors, readRenamed, recordedErrorsPath, renamedPath } from '#course/renamed.ts'
import type { Proof } from './proof.ts'
import type { Unit, UnitsToMake } from './unit.ts'
import { proveErrors, verifyRenamed } from './verify-renamed.ts'

/** Makes the unit of the table of renamed APIs; none where a course has no such table. */
export function toRenamedUnits(job: UnitsToMake): Unit[] {
  if (job.files[renamedPath] === undefined) return []
  return [{ name: renamedPath, verify: () => verify(job) }]
}

async function verify({ context, course, files }: UnitsToMake): Promise<Proof[]> {
  const { runner, tree, pages, rustc } = context
  const { proofs, errors } = await verifyRenamed({ runner, tree, slugs: pages.slugs }, readRenamed(files))
  if (!course.record) return [...proofs, proveErrors(errors, readRecordedErrors(files).errors)]
  const toolchain = `${rustc.toolchain}, Linux ${tree.version}`
  const text = `${JSON.stringify({ toolchain, errors }, undefined, 2)}\n`
  await writeFile(join(course.folder, recordedErrorsPath), text)
  return [...proofs, { claim: `${recordedErrorsPath} is recorded` }]
}
