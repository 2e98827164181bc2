import { basename, dirname, join } from 'node:path'
import type { AstroUserConfig } from 'astro'

/** Brings the CSS of what is in sight only once scripts run with those scripts, not in every page's head: Monaco's, and that of most panels. */
export function lateCss(): Plugin {
  const css = '\0late-css:'
  return {
    name: 'late-css',
    enforce: 'pre',
    resolveId(source: string, importer: string | undefined) {
      if (!source.endsWith('.css') || !importer || !isLate(source, importer)) return
      return `${css}${join(dirname(importer), source)}.js`
    },
    load(id: string) {
      if (id.startsWith(css)) return injectCss(id.slice(css.length, -'.js'.length))
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

function isLate(css: string, importer: string): boolean {
  if (importer.includes('/monaco-editor/')) return true
  return importer.includes('/src/playground/') && !firstSight.includes(basename(css))
}

/** What the built page shows of a workbench before any script runs. */
const firstSight = [
  'action-bar.css',
  'editor-line.css',
  'editor-pane.css',
  'file-tabs.css',
  'menu.css',
  'output-panels.css',
  'playground.css',
  'problem-list.css',
  'tabs.css',
  'workbench.css',
]

/** Nothing where the page is built. */
function injectCss(path: string) {
  return `import text from ${JSON.stringify(`${path}?inline`)}
if (!import.meta.env.SSR) {
  const style = document.createElement('style')
  style.textContent = text
  document.head.append(style)
}`
}
