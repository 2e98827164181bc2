import ts from 'typescript'

/** Words for readers in the source of a component or script that are not given to `t`, each with its line. */
export function findBareWords(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (isCode(node)) return
    const words = wordsOf(node)
    if (words !== undefined && /[a-z]{2}/i.test(words) && !names.has(words.trim()))
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${words.trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** What readers type is the same everywhere. */
function isCode(node: ts.Node): boolean {
  return ts.isJsxElement(node) && /^(?:code|kbd)$/.test(node.openingElement.tagName.getText())
}

/** What is called the same in every language, or said as the compiler would. */
const names = new Set([
  'use ` `',
  'Rust',
  'Tab',
  'Esc',
  'driver.c',
  'doc.rust-lang.org',
  'Clippy',
  'http://localhost:4321',
])

/** What is spoken or shown of an element, a button or a message. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text
  if (!ts.isStringLiteral(node) && !ts.isTemplateExpression(node)) return undefined
  const text = ts.isStringLiteral(node)
    ? node.text
    : `${node.head.text} ${node.templateSpans.map(({ literal }) => literal.text).join(' ')}`
  return isShown(node.parent, node) ? text : undefined
}

function isShown(parent: ts.Node, node: ts.Node): boolean {
  if (ts.isJsxAttribute(parent)) return shownAttributes.test(parent.name.getText())
  if (ts.isJsxExpression(parent))
    return !ts.isJsxAttribute(parent.parent) || shownAttributes.test(parent.parent.name.getText())
  if (ts.isPropertyAssignment(parent)) return /^(?:title|about|label)$/.test(parent.name.getText())
  return (
    ts.isCallExpression(parent) &&
    parent.arguments[0] === node &&
    /^(?:showToast|showNotice|announce|alert)$/.test(parent.expression.getText())
  )
}

const shownAttributes = /^(?:aria-label|aria-valuetext|title|placeholder|label|alt|says)$/
