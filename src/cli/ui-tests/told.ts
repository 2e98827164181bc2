import type { Severity } from '#protocol/diagnostic.ts'

/** What a diagnostic says to its reader, in the same form whoever told it. */
export interface Told extends ToldChild {
  code?: string
  children: ToldChild[]
}

/** A message with its labels; `place` as `file:line:column`, columns in characters. */
export interface ToldChild {
  severity: Severity
  message: string
  place?: string
  labels: ToldLabel[]
}

/** A label and the line that it stands at: that of the end of its span. */
export interface ToldLabel {
  file: string
  line: number
  text: string
}
