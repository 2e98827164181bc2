import { z } from 'zod'
import { SourceReference } from './frontmatter.ts'

/** What C would have done at run time where rustc refuses; `none` where C refuses it too, or nothing goes wrong. */
export const Bug = z.enum([
  'use-after-free',
  'double-free',
  'data-race',
  'out-of-bounds',
  'uninitialised-read',
  'null-dereference',
  'type-confusion',
  'integer-bug',
  'leak',
  'lost-write',
  'missed-case',
  'stack-leak',
  'undefined-behaviour',
  'none',
])
export type Bug = z.infer<typeof Bug>

/** The head of a `lessons/errors/E0505.md`. */
export const ErrorHead = z.strictObject({
  title: z.string().max(90),
  summary: z.string().max(160).describe('for search engines'),
  bug: Bug,
  sources: z.array(SourceReference).default([]),
})
export type ErrorHead = z.infer<typeof ErrorHead>

/** What the course says of an error code, as Markdown. */
export interface ErrorText {
  code: string
  meta: ErrorHead
  /** All of it without the head. */
  markdown: string
  /** What stands before the first heading, and under each of the three. */
  parts: Record<'opening' | 'inC' | 'leftOut' | 'fixes', string>
}

/** `errors/rustc.json`: what `rustc --explain` says of each code that it has, as Markdown. */
export const RustcTexts = z.strictObject({
  toolchain: z.string(),
  codes: z.record(z.string().regex(/^E\d{4}$/), z.string()),
})
export type RustcTexts = z.infer<typeof RustcTexts>

/** An error code that rustc has, and what is said of it. */
export interface ErrorCode {
  code: string
  /** Absent where the course has no text. */
  ours?: ErrorText
  /** rustc's own text, as Markdown. */
  rustc: string
}
