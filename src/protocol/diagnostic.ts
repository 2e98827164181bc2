import { z } from 'zod'

/** A place in a source file; both count from 1, columns in UTF-16 units as in the DOM and Monaco. */
export const Position = z.object({ line: z.int().min(1), column: z.int().min(1) })
export type Position = z.infer<typeof Position>

/** A stretch of source that a diagnostic points at; `end` is exclusive. */
export const Span = z.object({
  file: z.string(),
  start: Position,
  end: Position,
  primary: z.boolean(),
  label: z.string().optional(),
  external: z.literal(true).optional().describe('in a library, not in the sent files'),
})
export type Span = z.infer<typeof Span>

export const Severity = z.enum(['error', 'warning', 'note', 'help'])
export type Severity = z.infer<typeof Severity>

/** How far the compiler stands behind a fix, in rustc's words. */
export const Applicability = z.enum(['MachineApplicable', 'MaybeIncorrect', 'HasPlaceholders', 'Unspecified'])
export type Applicability = z.infer<typeof Applicability>

/** A change of the source that the compiler proposes; all edits belong together. */
export const Fix = z.object({
  title: z.string(),
  edits: z.array(z.object({ span: Span, text: z.string() })),
  applicability: Applicability,
})
export type Fix = z.infer<typeof Fix>

/** A note or help that belongs to a diagnostic. */
export const DiagnosticChild = z.object({ severity: Severity, message: z.string(), spans: z.array(Span) })
export type DiagnosticChild = z.infer<typeof DiagnosticChild>

/** One message of a compiler with all that it points at, in the compiler's order. */
export const Diagnostic = z.object({
  severity: Severity,
  code: z.string().optional().describe('such as E0505, or a lint as clippy::unwrap_used'),
  message: z.string(),
  spans: z.array(Span),
  children: z.array(DiagnosticChild),
  fixes: z.array(Fix),
  rendered: z
    .string()
    .optional()
    .describe('as rustc and clippy print it, without colours; absent unless it was asked for'),
})
export type Diagnostic = z.infer<typeof Diagnostic>
