import type { TokenizerAndRendererExtension, Tokens } from 'marked'
import { defineMdastPlugin } from 'satteri'
import { escapeHtml } from '#story/escape-html.ts'
import { splitReferences } from './references.ts'

/** Makes links of the CVEs and commits that the text of a lesson names, outside of headings and of other links. */
export function linkReferences() {
  return defineMdastPlugin({
    name: 'link-references',
    text(node, context) {
      const stretches = splitReferences(node.value)
      const parent = context.parent(node).type
      if (stretches.every(({ href }) => !href) || parent === 'link' || parent === 'heading') return
      context.replaceNode(
        node,
        stretches.map(({ text: value, href: url }) =>
          url ? { type: 'link', url, children: [{ type: 'text', value }] } : { type: 'text', value },
        ),
      )
    },
  })
}

/** The same for Markdown of the course's own YAML files. */
export const referenceLinks: TokenizerAndRendererExtension = {
  name: 'reference',
  level: 'inline',
  start: (text) => {
    const [before] = splitReferences(text)
    return before?.href ? 0 : before && before.text.length < text.length ? before.text.length : undefined
  },
  tokenizer(text) {
    const [first] = splitReferences(text)
    if (!first?.href || this.lexer.state.inLink) return undefined
    return { type: 'reference', raw: first.text, href: first.href }
  },
  renderer: ({ raw, href }: Tokens.Generic) =>
    `<a href="${escapeHtml(href as string)}">${escapeHtml(raw)}</a>`,
}
