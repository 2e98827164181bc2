import { globSync, readFileSync } from 'node:fs'
import precompiled from '@shikijs/langs-precompiled/rust'
import { createHighlighterCoreSync } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import rust from 'shiki/langs/rust.mjs'
import theme from 'shiki/themes/github-light-default.mjs'
import { expect, it } from 'vitest'

const [ofPages, ofEditor] = [rust, precompiled].map((grammar) =>
  createHighlighterCoreSync({ themes: [theme], langs: [grammar], engine: createJavaScriptRegexEngine() }),
)

it('the editor colours the Rust of all lessons as the pages do', () => {
  const files = globSync('lessons/*/*/{start,solution}/*.rs')
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const [page, editor] = [ofPages, ofEditor].map((highlighter) =>
      highlighter!.codeToTokensBase(text, { lang: 'rust', theme: 'github-light-default' }),
    )
    expect(editor, file).toEqual(page)
  }
})
