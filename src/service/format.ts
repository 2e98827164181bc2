import type { StopReason } from '#protocol/compile.ts'
import { isCrash } from './crash.ts'
import { toRustfmtJob } from './rustfmt-job.ts'
import type { Sandbox } from './sandbox.ts'

/** A text as rustfmt has it; why it cannot be read, in rustfmt's words; or what stopped rustfmt. */
export type FormatResult =
  | { outcome: 'formatted'; text: string }
  | { outcome: 'rejected'; message: string }
  | { outcome: 'stopped'; reason: StopReason }

/** Formats a text in Rust. Rejects with `AbortError` if the signal fires. */
export async function format(sandbox: Sandbox, text: string, signal?: AbortSignal): Promise<FormatResult> {
  const ended = await sandbox.run(toRustfmtJob(text), signal)
  if (ended.kind === 'stopped') return { outcome: 'stopped', reason: ended.reason }
  if (isCrash(ended)) return { outcome: 'stopped', reason: 'crash' }
  if (ended.code !== 0) return { outcome: 'rejected', message: ended.stderr.trim() }
  return { outcome: 'formatted', text: Buffer.from(ended.stdout).toString() }
}
