import { defineMdastPlugin, type MdxJsxFlowElement } from 'satteri'

/**
 * Makes a lesson's Markdown ready for its page: code blocks become `<Fence>`, and the text is split at its marker,
 * such as `<Pair />`, into `<Opening>` and `<Body>`, which the page places. Throws where there is not exactly one marker.
 */
export function lessonParts(markers: readonly string[]) {
  const isMarker = (node: { type: string; name?: string | null }) =>
    node.type === 'mdxJsxFlowElement' && markers.includes(node.name ?? '')
  return defineMdastPlugin({
    name: 'lesson-parts',
    code(node) {
      const { value, lang, meta } = node
      return toElement('Fence', [], { code: value, language: lang ?? 'text', meta: meta ?? '' })
    },
    after(root, context) {
      const at = root.children.findIndex(isMarker)
      if (at < 0 || root.children.findLastIndex(isMarker) !== at) {
        throw new Error(
          `${context.fileURL} must have one marker exactly once, such as <Pair />: it ends the opening. There are ${markers.map((name) => `<${name} />`).join(', ')}.`,
        )
      }
      context.replaceNode(root, {
        type: 'root',
        children: [
          toElement('Opening', root.children.slice(0, at)),
          root.children[at]!,
          toElement('Body', root.children.slice(at + 1)),
        ],
      })
    },
  })
}

/** Attributes are given as expressions, so that quotes, tabs and line ends of code arrive as they are. */
function toElement(
  name: string,
  children: readonly unknown[],
  attributes: Record<string, string> = {},
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([name, value]) => ({
      type: 'mdxJsxAttribute',
      name,
      value: { type: 'mdxJsxAttributeValueExpression', value: JSON.stringify(value) },
    })),
    children: children as MdxJsxFlowElement['children'],
  }
}
