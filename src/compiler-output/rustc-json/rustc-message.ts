import { z } from 'zod'
import { Applicability } from '#protocol/diagnostic.ts'

const RustcPlace = z.object({
  file_name: z.string(),
  line_start: z.int(),
  line_end: z.int(),
  column_start: z.int().describe('in characters, from 1'),
  column_end: z.int(),
})
export type RustcPlace = z.infer<typeof RustcPlace>

/** A span as rustc writes it. */
export const RustcSpan = RustcPlace.extend({
  is_primary: z.boolean(),
  label: z.string().nullable(),
  suggested_replacement: z.string().nullable(),
  suggestion_applicability: Applicability.nullable(),
  expansion: z.unknown().describe('a `RustcExpansion` if it comes from a macro'),
})
export type RustcSpan = z.infer<typeof RustcSpan>

/** Where a macro was called. Its span has an expansion of its own if that was in a macro, and so on, thousands deep. */
export const RustcExpansion = z.object({
  span: RustcSpan,
  macro_decl_name: z.string(),
  def_site_span: RustcPlace,
})
export type RustcExpansion = z.infer<typeof RustcExpansion>

/** A note or help of a message. */
export const RustcChild = z.object({ message: z.string(), level: z.string(), spans: z.array(RustcSpan) })
export type RustcChild = z.infer<typeof RustcChild>

/** One line of `--error-format=json`; the rest of its fields repeat what is here. */
export const RustcMessage = RustcChild.extend({
  code: z.object({ code: z.string() }).nullable(),
  rendered: z.string().nullish(),
  children: z.array(RustcChild),
})
export type RustcMessage = z.infer<typeof RustcMessage>
