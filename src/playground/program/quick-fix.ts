import type { Fix } from '#protocol/diagnostic.ts'
import { cautionOf } from '#story/caution.ts'
import { applyFix } from './apply-fix.ts'
import type { ProgramSession } from './program-session.ts'

/** A change that the compiler proposes and that can be made. */
export interface QuickFix {
  title: string
  before: string
  /** The text with the change made. */
  after: string
  /** Why the reader is to look at it first; nothing where one click makes it. */
  because?: string
}

/** Those of some fixes that can be made in the text that is told of: fixes with holes to fill, or in other files, can not. */
export function applicableFixes({ navigator, file }: ProgramSession, fixes: Fix[]): QuickFix[] {
  const before = navigator.text.peek()
  return fixes.flatMap((fix) => {
    if (fix.applicability === 'HasPlaceholders') return []
    const after = applyFix(before, fix, file)
    const because = whyLookFirst(fix)
    return after === undefined ? [] : [{ title: fix.title, before, after, ...(because && { because }) }]
  })
}

function whyLookFirst(fix: Fix): string | undefined {
  const isSure = fix.applicability === 'MachineApplicable'
  return cautionOf(fix) ?? (isSure ? undefined : 'The compiler is not sure that this is what you mean.')
}

/** Makes the change as one step for undo, and has the result checked at once; never in a text that was edited since. */
export function applyQuickFix(program: ProgramSession, { before, after }: QuickFix) {
  if (program.text.peek() !== before) return
  program.replace(after)
  program.checkAgain()
  program.editor.peek()?.focus()
}
