import { defineMdastPlugin } from 'satteri'

/** Puts the path that the site is built for, such as `/course/`, before each link of a text to a place of the site. */
export function linkBelowBase(base: string) {
  const isOfSite = (url: string) => url.startsWith('/') && !url.startsWith('//')
  return defineMdastPlugin({
    name: 'link-below-base',
    link(node, context) {
      if (isOfSite(node.url)) context.setProperty(node, 'url', base + node.url.slice(1))
    },
  })
}
