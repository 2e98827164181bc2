import type { TokenizerAndRendererExtension, Tokens } from 'marked'
import { defineMdastPlugin } from 'satteri'
import { escapeHtml } from '#story/escape-html.ts'
import { toSourceAddress } from './references.ts'

/** Makes links of the files of the tree that the text of a lesson names as code, with the lines that follow them; outside of headings and of other links. */
export function linkPlaces() {
  return defineMdastPlugin({
    name: 'link-places',
    inlineCode(node, context) {
      const parent = context.parent(node)
      if (parent.type === 'link' || parent.type === 'heading') return
      const next = parent.children[context.indexOf(node)! + 1]
      const place = toPlace(node.value, next?.type === 'text' ? next.value : '')
      if (place) context.wrapNode(node, { type: 'link', url: toSourceAddress(place), children: [] })
    },
  })
}

/** The same for Markdown of the course's own YAML files. */
export const placeLinks: TokenizerAndRendererExtension = {
  name: 'place',
  level: 'inline',
  start: (text) => {
    const at = text.indexOf('`')
    return at < 0 ? undefined : at
  },
  tokenizer(text) {
    const [raw = '', path = ''] = /^`([^`]+)`(?!`)/.exec(text) ?? []
    const place = toPlace(path, text.slice(raw.length))
    return !place || this.lexer.state.inLink ? undefined : { type: 'place', raw, path, place }
  },
  renderer: ({ path, place }: Tokens.Generic) =>
    `<a href="${escapeHtml(toSourceAddress(place as string))}"><code>${escapeHtml(path as string)}</code></a>`,
}

/** What `code` names in the tree, such as `fs/pipe.c#L555-L559`, if that is a file; the lines stand in the text after it. */
export function toPlace(code: string, after: string): string | undefined {
  if (!file.test(code)) return undefined
  const [, first, last] = lines.exec(after) ?? []
  return code + (first ? `#L${first}` : '') + (last ? `-L${last}` : '')
}

const file =
  /^(?:arch|block|certs|crypto|Documentation|drivers|fs|include|init|io_uring|ipc|kernel|lib|mm|net|rust|samples|scripts|security|sound|tools|usr|virt)\/(?:[\w-]+\/)*(?:[\w-]+\.[\w.-]+|Kconfig|Makefile)$/
const lines = /^,?\s\(?(?:heute )?(?:lines?|Zeilen?) (\d+)(?:(?:–| and | und )(\d+))?/
