import { Marked } from 'marked'
import { drawFence } from './draw-fence.ts'

const marked = new Marked({
  renderer: {
    code({ text, lang = 'text' }) {
      const [language = 'text', ...meta] = lang.split(' ')
      return drawFence({ code: text, language, meta: meta.join(' ') })
    },
  },
})

/** Markdown of the course's own YAML files as HTML. */
export function drawProse(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

/** The same for one line of it, without a paragraph around. */
export function drawPhrase(markdown: string): string {
  return marked.parseInline(markdown.trim(), { async: false })
}
