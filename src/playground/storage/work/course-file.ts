import '#protocol/zod-without-eval.ts'
import { z } from 'zod'
import { t } from '#i18n/t.ts'
import { fromSnapshots } from '../log/from-snapshots.ts'
import type { Work } from './work.ts'

const Answer = z.object({
  firstRight: z.boolean(),
  done: z.boolean(),
  given: z.string().max(2000).optional(),
  at: z.iso.datetime(),
})

const Progress = z
  .object({
    solvedAt: z.iso.datetime().optional(),
    shownAt: z.iso.datetime().optional(),
    readAt: z.iso.datetime().optional(),
    hints: z.int().min(0).max(3).optional(),
  })
  .refine(({ solvedAt, shownAt, readAt, hints }) => solvedAt ?? shownAt ?? readAt ?? hints, {
    path: ['solvedAt'],
    message: 'has no time',
  })

const entry = { id: z.string().min(1).max(400), at: z.iso.datetime(), lesson: z.string().max(200) }

const LogEntry = z.discriminatedUnion('kind', [
  z.object({ ...entry, kind: z.literal('read') }),
  z.object({
    ...entry,
    kind: z.literal('answered'),
    task: z.string().max(200),
    right: z.boolean(),
    given: z.string().max(2000).optional(),
    seconds: z.number().min(0).optional(),
    of: z.string().max(400).optional(),
  }),
  z.object({ ...entry, kind: z.literal('solved'), hints: z.int().min(0).max(3).optional() }),
  z.object({ ...entry, kind: z.literal('shown') }),
])

const text = z.string().max(65_536)

const ReplacedCode = z.object({
  id: z.string().min(1).max(400),
  file: z.string().max(300),
  text,
  savedAt: z.iso.datetime(),
})

/** All that a browser has saved of a reader's work, as a file; version 1 had no log. */
const CourseFile = z.object({
  course: z.literal('no-oops'),
  version: z.union([z.literal(1), z.literal(2)]),
  exportedAt: z.iso.datetime(),
  progress: z.record(z.string(), Progress),
  answers: z.record(z.string(), z.record(z.string(), Answer)).default({}),
  code: z.record(z.string(), z.object({ text, savedAt: z.iso.datetime() })),
  log: z.array(LogEntry).optional(),
  replaced: z.array(ReplacedCode).default([]),
})
type CourseFile = z.infer<typeof CourseFile>

/** Reads a file that the reader picked; says in a sentence what is wrong with it. */
export function parseCourseFile(text: string): { kind: 'work'; work: Work } | { kind: 'wrong'; why: string } {
  const value = parseJson(text)
  if (value === undefined)
    return {
      kind: 'wrong',
      why: t('This file is not an export of No Oops: it is not JSON. Nothing was changed.'),
    }
  const parsed = CourseFile.safeParse(value)
  if (parsed.success) return { kind: 'work', work: toWork(parsed.data) }
  const issue = parsed.error.issues[0]!
  return {
    kind: 'wrong',
    why: t('This file is not an export of No Oops: {place}: {why}. Nothing was changed.', {
      place: issue.path.join(' › ') || t('file'),
      why: issue.message,
    }),
  }
}

function toWork({ progress, answers, code, log, replaced }: CourseFile): Work {
  return { progress, answers, code, log: log ?? fromSnapshots({ progress, answers }), replaced }
}

/** Writes the text of the file to export. */
export function toCourseFile(work: Work, now = new Date()): string {
  const { progress, answers, code, log, replaced } = work
  const file: CourseFile = {
    ...{ course: 'no-oops', version: 2, exportedAt: now.toISOString() },
    ...{ progress, answers, code, log, replaced },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
