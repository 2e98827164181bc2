import { parse, type ChildNode } from 'postcss'
import type { KnownNames } from './known-names.ts'

/** Leaves out of the styles of a page what is for classes that no element of it can have. */
export function dropUnusedCss(html: string, names: KnownNames): string {
  return html.replaceAll(/(?<=<style\b[^>]*>)[^]*?(?=<\/style>)/g, (css) => dropRules(css, names))
}

function dropRules(css: string, names: KnownNames): string {
  const root = parse(css)
  root.walkRules((rule) => {
    const used = rule.selectors.filter((selector) => classesOf(selector).every((name) => names.has(name)))
    if (used.length === 0) remove(rule)
    else if (used.length < rule.selectors.length) rule.selectors = used
  })
  return root.toString()
}

/** With the layer or query around it that is empty then. */
function remove(node: ChildNode): void {
  const { parent } = node
  node.remove()
  if (parent?.type === 'atrule' && parent.nodes?.length === 0) remove(parent as ChildNode)
}

/** Those without which nothing matches: what stands in brackets may be one of several, or what an element must not have. */
function classesOf(selector: string): string[] {
  let bare = selector.replaceAll(/\[[^\]]*\]/g, '')
  while (bare.includes('(')) bare = bare.replaceAll(/\([^()]*\)/g, '')
  return [...bare.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!)
}
