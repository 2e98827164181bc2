import '#protocol/zod-without-eval.ts'
import { z } from 'zod'
import { type AllAnswers, mergeAnswers } from './answers.ts'
import { mergeProgress, type Progress } from './progress.ts'
import type { SavedCode } from './saved-code.ts'

const Answer = z.object({
  firstRight: z.boolean(),
  done: z.boolean(),
  given: z.string().max(2000).optional(),
  at: z.iso.datetime(),
})

/** All that a browser has saved of a reader's work, as a file. */
export const CourseFile = z.object({
  course: z.literal('no-oops'),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  progress: z.record(
    z.string(),
    z
      .object({ solvedAt: z.iso.datetime().optional(), shownAt: z.iso.datetime().optional() })
      .refine(({ solvedAt, shownAt }) => solvedAt ?? shownAt, { path: ['solvedAt'], message: 'has no time' }),
  ),
  answers: z.record(z.string(), z.record(z.string(), Answer)).default({}),
  code: z.record(z.string(), z.object({ text: z.string().max(65_536), savedAt: z.iso.datetime() })),
})
export type CourseFile = z.infer<typeof CourseFile>

/** A reader's work, for taking out of or into a browser. */
export interface Work {
  progress: Progress
  answers: AllAnswers
  code: Record<string, SavedCode>
}

/** Reads a file that the reader picked; says in a sentence what is wrong with it. */
export function parseCourseFile(text: string): { kind: 'work'; work: Work } | { kind: 'wrong'; why: string } {
  const value = parseJson(text)
  if (value === undefined)
    return {
      kind: 'wrong',
      why: 'This file is not an export of No Oops: it is not JSON. Nothing was changed.',
    }
  const parsed = CourseFile.safeParse(value)
  if (parsed.success) return { kind: 'work', work: parsed.data }
  const issue = parsed.error.issues[0]!
  return {
    kind: 'wrong',
    why: `This file is not an export of No Oops: ${issue.path.join(' › ') || 'file'}: ${issue.message}. Nothing was changed.`,
  }
}

/** Writes the text of the file to export. */
export function toCourseFile({ progress, answers, code }: Work, now = new Date()): string {
  const file: CourseFile = {
    course: 'no-oops',
    version: 1,
    exportedAt: now.toISOString(),
    progress,
    answers,
    code,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Puts both works together; where their code differs, `theirs` takes the file's. */
export function mergeWork(own: Work, file: Work, theirs: boolean): Work {
  return {
    progress: mergeProgress(own.progress, file.progress),
    answers: mergeAnswers(own.answers, file.answers),
    code: theirs ? { ...own.code, ...file.code } : { ...file.code, ...own.code },
  }
}

/** Lists the slugs of exercises that both have code of, and not the same. */
export function conflictsOf(own: Work, file: Work): string[] {
  return Object.keys(file.code).filter(
    (slug) => Object.hasOwn(own.code, slug) && own.code[slug]!.text !== file.code[slug]!.text,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
