import { Marked } from 'marked'
import { placeLinks } from './link-places.ts'
import { referenceLinks } from './link-references.ts'
import { renderFence } from './render-fence.ts'

/** Renders Markdown of the course's own YAML files as HTML. */
export function renderProse(markdown: string): string {
  return marked.parse(markdown, { async: false })
}

/** The same for a section that stands beside others: its code blocks are named after it. */
export function renderSection(title: string, markdown: string): string {
  return createMarked(title).parse(markdown, { async: false })
}

/** Renders one line of Markdown, without a paragraph around it. */
export function renderPhrase(markdown: string): string {
  return marked.parseInline(markdown.trim(), { async: false })
}

const marked = createMarked()

function createMarked(section?: string): Marked {
  let number = 0
  return new Marked({
    extensions: [placeLinks, referenceLinks],
    renderer: {
      code({ text, lang = 'text' }) {
        const [language = 'text', ...meta] = lang.split(' ')
        const name = section && `${language} code ${++number} of «${section}»`
        return renderFence({ code: text, language, meta: meta.join(' '), ...(name && { name }) })
      },
    },
  })
}
