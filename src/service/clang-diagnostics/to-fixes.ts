import type { Fix } from '#protocol/diagnostic.ts'
import type { SourceLines } from '#compiler-output/rustc-json/source-lines.ts'
import type { ClangFix, ClangMessage } from './clang-lines.ts'
import { splitCode } from './split-code.ts'
import { toFixEdit } from './to-spans.ts'

/** Makes a fix of what a message proposes to change: none where it is only the name that is spelt most alike. */
export function toFixes({ fixes, level, text }: ClangMessage, sources: SourceLines): Fix[] {
  const words = splitCode(text).text
  if (fixes.length === 0 || isGuess.test(words) || !fixes.every(({ file }) => sources.has(file))) return []
  return [
    {
      title: level === 'note' && isAdvice.test(words) ? words : toTitle(fixes),
      edits: fixes.map((fix) => toFixEdit(fix, sources)),
      // Clang goes on as if the fix of an error had been made; that of a note is one of several ways.
      applicability: level === 'note' ? 'MaybeIncorrect' : 'MachineApplicable',
    },
  ]
}

/** In the kernel's headers there is always some name that is spelt alike, such as `um_setup_timer` for `setup_timer`. */
const isGuess = /(?:^|[;,] )did you mean '[^']*'\?$|^'[^']*' declared here$/

/** Words that say what is to be done and why, and not just where something stands. */
const isAdvice =
  /^(?:add|cast|change|declare|enclose|explicitly|initialize|insert|move|place|prefix|put|remove|replace|separate|suffix|treat|use|wrap) /

function toTitle(fixes: ClangFix[]): string {
  const texts = fixes.map(({ text }) => text.trim()).filter((text) => text !== '')
  if (texts.length === 0) return 'remove this'
  const isInsertion = fixes.every(({ from, to }) => from.line === to.line && from.column === to.column)
  return `${isInsertion ? 'insert' : 'replace with'} ${texts.map((text) => `\`${text}\``).join(' and ')}`
}
