import type { z } from 'zod'
import type { CommonHead } from '../frontmatter.ts'
import type { CommonRecord } from '../parts.ts'

/** The folder of one lesson, as its kind reads it. */
export interface LessonFolder<Head = CommonHead> {
  /** Every text of the course: path below `lessons/` → content. */
  files: Record<string, string>
  /** Such as `03-ownership/02-borrow-deadline`. */
  folder: string
  /** Such as `ownership/borrow-deadline`. */
  slug: string
  meta: Head
}

/** A kind of lesson as data. Its page is in `components/kinds`, its proofs are in `scripts/verify/kinds`. */
export interface LessonKind<
  Head extends CommonHead = CommonHead,
  Parts = object,
  Recorded extends CommonRecord = CommonRecord,
> {
  /** What readers see it called, such as «Drill». */
  title: string
  /** The component that ends the opening; the text has it exactly once. */
  marker: string
  /** Other components that the text has exactly once. */
  once: readonly string[]
  /** Components that the text may have, besides those of every kind. */
  may: readonly string[]
  /** Least and most words of its text. */
  words: readonly [number, number]
  head: z.ZodType<Head>
  /** What its `recorded.json` holds, which `verify` writes. */
  record: z.ZodType<Recorded>
  /** Reads what its folder holds besides `lesson.mdx`, `notes.md` and `recorded.json`. Throws `CourseError`. */
  read(lesson: LessonFolder<Head>): Parts
  /** What refuses programs of the lesson, such as `E0505`: what it is about first. */
  codes(lesson: { meta: Head } & Parts): string[]
}

/** Gives a kind its type. */
export function defineKind<Head extends CommonHead, Parts extends object, Recorded extends CommonRecord>(
  kind: LessonKind<Head, Parts, Recorded>,
): LessonKind<Head, Parts, Recorded> {
  return kind
}
