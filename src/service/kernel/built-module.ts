import type { StopReason } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'

/** `driver.ko` with debug information, a fixture or a program, and its compiler's warnings, or why there is none. */
export type BuiltModule =
  { kind: 'built'; module: Uint8Array; diagnostics: Diagnostic[]; milliseconds: number } | NotBuilt

export type NotBuilt =
  | { kind: 'rejected'; diagnostics: Diagnostic[]; milliseconds: number }
  | { kind: 'stopped'; reason: StopReason }
