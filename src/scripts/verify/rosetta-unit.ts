import { readRosetta, rosettaPath } from '#course/rosetta.ts'
import type { Unit, UnitsToMake } from './unit.ts'
import { verifyRosetta } from './verify-rosetta.ts'

/** Makes the unit of the table of C idioms; none where a course has no such table. */
export function toRosettaUnits({ context, files }: UnitsToMake): Unit[] {
  if (files[rosettaPath] === undefined) return []
  const { runner, tree, pages } = context
  const verify = () => verifyRosetta({ runner, tree, slugs: pages.slugs }, readRosetta(files))
  return [{ name: rosettaPath, verify }]
}
