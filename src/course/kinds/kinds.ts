import { drill } from './drill/drill.ts'
import { forensics } from './forensics/forensics.ts'
import { measure } from './measure/measure.ts'
import { pair } from './pair/pair.ts'
import { port } from './port/port.ts'
import { project } from './project/project.ts'
import { recall } from './recall/recall.ts'
import { review } from './review/review.ts'
import { wrong } from './wrong/wrong.ts'

/** All kinds of lessons, by the `kind` in the head of a `lesson.mdx`. A new one is a folder beside this file and a row here. */
export const kinds = { pair, drill, port, wrong, review, recall, project, forensics, measure }
export type KindName = keyof typeof kinds

export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]
