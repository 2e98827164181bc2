import { structuredPatch } from 'diff'
import { CourseError } from '#course/course-error.ts'
import { format } from '#service/format/format.ts'
import type { Sandbox } from '#service/sandbox.ts'
import { ScriptError } from '../../script-error.ts'

/** Says what rustfmt would change in a text, as lines of a diff; empty if nothing. Throws a `CourseError` if it is no Rust. */
export async function rustfmtDiff(sandbox: Sandbox, text: string): Promise<string> {
  const result = await format(sandbox, { files: { [file]: text } })
  if (result.outcome === 'formatted') return toDiff(text, result.files[file]!)
  if (result.outcome === 'rejected') throw new CourseError(`rustfmt could not read it: ${result.message}`)
  throw new ScriptError(`rustfmt was stopped (${result.reason}). Try again when the machine is less busy.`)
}

const file = 'main.rs'

function toDiff(before: string, after: string): string {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context: 2 })
  return hunks.flatMap(({ oldStart, lines }) => [`line ${oldStart}:`, ...lines]).join('\n')
}
