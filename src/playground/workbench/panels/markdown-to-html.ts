import { Marked } from 'marked'
import { escapeHtml } from '#story/escape-html.ts'

const marked = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    code({ text, lang }) {
      const refused = /^rust .*\bfails=(\S+)/.exec(lang ?? '')?.[1]
      const caption = refused ? `<p class="wb-caption">refused with ${escapeHtml(refused)}</p>` : ''
      return `<pre tabindex="0"><code>${escapeHtml(text)}</code></pre>${caption}`
    },
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens)
      if (/^\/(?!\/)/.test(href)) return `<a href="${escapeHtml(href)}">${text}</a>`
      return /^https?:\/\//.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${text}</a>` : text
    },
  },
})

/** Markdown as HTML in which no HTML of the text is left. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}
