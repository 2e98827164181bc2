import { shikiToMonaco } from '@shikijs/monaco'
// Its expressions are those of JavaScript already: to translate them takes longer than to colour the first lines.
import rust from '@shikijs/langs-precompiled/rust'
import { createShikiPrimitive } from '@shikijs/primitive'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import c from 'shiki/langs/c.mjs'
import dark from 'shiki/themes/github-dark-default.mjs'
import light from 'shiki/themes/github-light-default.mjs'
import * as monaco from './monaco.ts'

/** Without what makes HTML: Monaco draws. */
const shiki = createShikiPrimitive({
  themes: [light, dark],
  langs: [rust, c],
  engine: createJavaScriptRegexEngine(),
})

/** In milliseconds. The first line waits for its expressions to be compiled, and what it missed would stay black. */
const tokenizeTimeLimit = 5000

/** Gives Monaco the colours that the pages have, and has it follow light and dark from now on. */
export function startHighlighting() {
  monaco.languages.register({ id: 'rust' })
  monaco.languages.register({ id: 'c' })
  monaco.languages.setLanguageConfiguration('rust', configuration)
  monaco.languages.setLanguageConfiguration('c', configuration)
  shikiToMonaco(shiki as Parameters<typeof shikiToMonaco>[0], monaco, { tokenizeTimeLimit })
  followTheme()
}

const configuration: monaco.languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: [
    ['{', '}'],
    ['[', ']'],
    ['(', ')'],
  ],
  colorizedBracketPairs: [],
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '(', close: ')' },
    { open: '"', close: '"', notIn: ['string'] },
  ],
  indentationRules: { increaseIndentPattern: /^.*[{([][^})\]]*$/, decreaseIndentPattern: /^\s*[})\]]/ },
}

function followTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => monaco.editor.setTheme(isDark(system) ? 'github-dark-default' : 'github-light-default')
  system.addEventListener('change', apply)
  new MutationObserver(apply).observe(document.documentElement, { attributeFilter: ['data-theme'] })
  apply()
}

function isDark(system: MediaQueryList): boolean {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : system.matches
}
