import { Marked, type Token } from 'marked'
import { renderCode } from './render-code.ts'
import { escapeHtml } from '#story/escape-html.ts'
import { sitePath } from '#protocol/site-path.ts'

/** Renders rustc's own text of an error code as HTML: its code is Rust, and its links lead to rustc's documentation. */
export function renderRustcText(markdown: string): string {
  const tokens = marked.lexer(markdown)
  let number = 0
  void marked.walkTokens(tokens, (token) => {
    if (token.type === 'code') token.lang = `${++number}${isErroneous(tokens, token) ? ' erroneous' : ''}`
  })
  return marked.parser(tokens)
}

const marked = new Marked({
  renderer: {
    code({ text, lang }) {
      const [number, erroneous] = lang!.split(' ')
      const name = `${erroneous ? 'Erroneous example' : 'Example'} ${number}`
      const code = renderCode({ code: text, language: 'rust', name })
      return `<figure class="fence ${erroneous ?? ''}">${code}</figure>`
    },
    heading({ tokens }) {
      return `<h3>${this.parser.parseInline(tokens)}</h3>`
    },
    link({ href, tokens }) {
      return `<a href="${escapeHtml(toAddress(href))}">${this.parser.parseInline(tokens)}</a>`
    },
  },
})

/** rustc prints no word of what a block is; that the paragraph above calls it erroneous is its convention. */
function isErroneous(tokens: Token[], token: Token): boolean {
  const before = tokens.slice(0, tokens.indexOf(token)).findLast(({ type }) => type !== 'space')
  return before?.type === 'paragraph' && /\berroneous\b[^.]*:$/i.test(before.raw.trim())
}

/** Links are relative to rustc's error index; other codes have a page here. */
function toAddress(href: string): string {
  const { href: address } = new URL(href, 'https://doc.rust-lang.org/error_codes/')
  const code = /^https:\/\/doc\.rust-lang\.org\/(?:\w+\/)?error_codes\/(E\d{4})\.html$/.exec(address)?.[1]
  return code ? sitePath(`/errors/${code}/`) : address
}
