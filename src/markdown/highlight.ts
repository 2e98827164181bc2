import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import c from 'shiki/langs/c.mjs'
import console from 'shiki/langs/console.mjs'
import rust from 'shiki/langs/rust.mjs'
import githubLight from 'shiki/themes/github-light-default.mjs'
import { tokenClasses } from './token-classes.ts'

/** A stretch of one line that looks the same throughout; `column` counts from 1 in UTF-16 units. */
export interface Piece {
  text: string
  column: number
  classes: string[]
}

const shiki = createHighlighterCoreSync({
  themes: [githubLight],
  langs: [rust, c, console],
  engine: createJavaScriptRegexEngine(),
})

/** Splits code into lines of coloured pieces; a language without a grammar stays plain. */
export function highlight(code: string, language: string): Piece[][] {
  const lang = shiki.getLoadedLanguages().includes(language) ? language : 'text'
  const grammarContextCode = startsInComment(code) ? '/*' : ''
  return shiki
    .codeToTokensBase(code, { lang, theme: 'github-light-default', grammarContextCode })
    .map(toPieces)
}

/** Excerpts of the kernel often begin inside a comment. */
function startsInComment(code: string): boolean {
  return /^\s*\*(\s|\/|$)/.test(code)
}

function toPieces(tokens: { content: string; color?: string }[]): Piece[] {
  const pieces: Piece[] = []
  let column = 1
  for (const { content, color } of tokens) {
    const token = tokenClasses[color?.toUpperCase() ?? '']
    pieces.push({ text: content, column, classes: token && content.trim() ? [token] : [] })
    column += content.length
  }
  return pieces
}
