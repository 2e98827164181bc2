import { readRosetta, rosettaGroups, type RosettaGroup, type RosettaRow } from '#course/rosetta.ts'
import { lessonFiles } from '../lesson-files.ts'

/** The idioms of C with what a driver in Rust writes for them, in the order of the file. */
export const rosetta: RosettaRow[] = readRosetta(lessonFiles)

/** The same by what they are about; a group without a row is left out. */
export const rosettaByGroup = (Object.keys(rosettaGroups) as RosettaGroup[])
  .map((name) => ({ name, title: rosettaGroups[name], rows: rosetta.filter(({ group }) => group === name) }))
  .filter(({ rows }) => rows.length > 0)
