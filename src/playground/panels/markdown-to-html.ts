import { Marked } from 'marked'

const marked = new Marked({
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens)
      return /^https?:\/\//.test(href) ? `<a href="${escapeHtml(href)}" rel="noreferrer">${text}</a>` : text
    },
  },
})

/** Markdown as HTML in which no HTML of the text is left. */
export function markdownToHtml(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
