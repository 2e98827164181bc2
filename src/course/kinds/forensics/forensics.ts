import { z } from 'zod'
import { msg } from '#i18n/t.ts'
import { codesOfExercise } from '../../codes-of-exercise.ts'
import { CourseError } from '../../course-error.ts'
import { type AnnotatedSource, readMarkers } from '../../duties.ts'
import { ExerciseHead } from '../../exercise-head.ts'
import { Questions, Recorded } from '../../parts.ts'
import { readExercise } from '../../read-exercise.ts'
import { need, readYaml } from '../../read-file.ts'
import { defineKind, type LessonFolder } from '../lesson-kind.ts'
import { ReportPart } from './report-parts.ts'

/** `forensics.yaml`: the parts of the report, and the line of the C that has to be found. */
export const Forensics = z.strictObject({
  parts: z.array(ReportPart).min(2).max(12),
  asks: z.string().describe('which line is looked for, as Markdown'),
  lines: z
    .array(
      z.strictObject({
        at: z.string().describe('its marker: `//@ name` at the end of the line in c/driver.c'),
        right: z.boolean().default(false),
        why: z.string(),
      }),
    )
    .min(2)
    .refine((lines) => lines.filter(({ right }) => right).length === 1, 'exactly one line is right'),
  otherwise: z.string().describe('what is said of all other lines'),
})
export type Forensics = z.infer<typeof Forensics>

const Head = ExerciseHead('forensics').refine(({ crash }) => crash !== undefined, {
  path: ['crash'],
  message: 'the C gives the report that is read: say which kind it is',
})
type Head = z.infer<typeof Head>

/** A report of the kernel and the source: what does each part say, which line is it about, and how is it fixed? */
export const forensics = defineKind({
  title: msg('Forensics'),
  marker: 'Forensics',
  once: [],
  may: [],
  words: [200, 700],
  head: Head,
  record: Recorded,
  read: readForensics,
  codes: codesOfExercise,
})

function readForensics(lesson: LessonFolder<Head>) {
  const { files, folder } = lesson
  const c = readMarkers(need(files, `${folder}/c/driver.c`))
  const report = readYaml(files, `${folder}/forensics.yaml`, Forensics)
  checkLines(folder, c, report)
  return {
    exercise: readExercise(lesson),
    /** The C that gives the report. */
    c,
    forensics: report,
    ...(`${folder}/questions.yaml` in files && {
      questions: readYaml(files, `${folder}/questions.yaml`, Questions),
    }),
  }
}

/** Each name is on lines of the C. */
function checkLines(folder: string, c: AnnotatedSource, { lines }: Forensics) {
  const stray = lines.find(({ at }) => !c.duties.some(({ name }) => name === at))
  if (stray)
    throw new CourseError(
      `${folder}/forensics.yaml names the line «${stray.at}», which c/driver.c does not mark. Add «//@ ${stray.at}» at its end.`,
    )
}
