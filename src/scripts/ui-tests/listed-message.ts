import type { Severity } from '#protocol/diagnostic.ts'

/** A message as both sides of a comparison list it: what is read from rustc's text, and our diagnostic. */
export interface ListedMessage extends ListedChild {
  code?: string
  children: ListedChild[]
}

/** A message with its labels; `place` as `file:line:column`, columns in characters. */
export interface ListedChild {
  severity: Severity
  message: string
  place?: string
  /** If it has several places, all of them. */
  places?: string[]
  labels: ListedLabel[]
  /** The lines, as `file:line`, in which spans begin or end, as far as the source is at hand. */
  marked: string[]
}

/** A label and the line that it stands at: that of the end of its span. */
export interface ListedLabel {
  file: string
  line: number
  text: string
}
