import type { Fix } from '#protocol/diagnostic.ts'
import { cautionOf } from '#story/caution.ts'
import { t } from '#i18n/t.ts'
import { applyFix } from './apply-fix.ts'
import type { ProgramSession } from './program-session.ts'

/** A change that the compiler proposes and that can be made. */
export interface QuickFix {
  /** Differs from that of every other fix of the file: compilers say the same of many lines. */
  id: string
  title: string
  /** The line that it changes first, from 1. */
  line: number
  /** The text that it changes; in any other it is not made. */
  before: string
  /** The text with the change made. */
  after: string
  /** Why the reader is to look at it first; nothing where one click makes it. */
  because?: string
}

/** Picks the fixes that can be made in the text that the stories are about: not those with holes to fill, nor those in other files. */
export function applicableFixes({ navigator, file }: ProgramSession, fixes: Fix[]): QuickFix[] {
  const before = navigator.text.peek()
  return fixes.flatMap((fix) => {
    if (fix.applicability === 'HasPlaceholders') return []
    const after = applyFix(before, fix, file)
    const because = whyLookFirst(fix)
    if (after === undefined) return []
    return [{ ...toPlace(fix), title: fix.title, before, after, ...(because && { because }) }]
  })
}

function toPlace({ title, edits }: Fix): Pick<QuickFix, 'id' | 'line'> {
  const { line, column } = edits[0]?.span.start ?? { line: 1, column: 1 }
  return { id: `${line}:${column} ${title}`, line }
}

function whyLookFirst(fix: Fix): string | undefined {
  const isSure = fix.applicability === 'MachineApplicable'
  return cautionOf(fix) ?? (isSure ? undefined : t('The compiler is not sure that this is what you mean.'))
}

/** Makes a change as one step for undo, and has the result checked at once; does nothing in a text that was edited since. */
export function applyQuickFix(program: ProgramSession, { before, after }: QuickFix) {
  if (program.text.peek() !== before) return
  program.replace(after)
  program.checkAgain()
  program.editor.peek()?.focus()
}
