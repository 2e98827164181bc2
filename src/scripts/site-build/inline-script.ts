import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AstroUserConfig } from 'astro'
import { build, type RolldownPlugin } from 'rolldown'

const query = '?inline-script'

/** Gives a script and all that it imports as one text, for a page of a site below `base` to hold: `import text from './x.ts?inline-script'`. */
export function inlineScript(base: string): Plugin {
  let isBuilt = false
  return {
    name: 'inline-script',
    config: (_, { command }) => void (isBuilt = command === 'build'),
    async load(id: string) {
      if (!id.endsWith(query)) return
      const { code, moduleIds } = await bundle(id.slice(0, -query.length), {
        'import.meta.env.BASE_URL': JSON.stringify(base),
        'import.meta.env.PROD': String(isBuilt),
      })
      for (const file of moduleIds) this.addWatchFile(file)
      return `export default ${JSON.stringify(code)}`
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

/** What such a script loads while it runs, as `/words.js`, is none of its parts. */
const ofSite = /^\/[\w-]+\.js$/

async function bundle(input: string, define: Record<string, string>) {
  const { output } = await build({
    input,
    external: ofSite,
    platform: 'browser',
    plugins: [cssAsText],
    write: false,
    transform: { define },
    output: { minify: true },
  })
  return output[0]
}

/** Vite's own way to import a stylesheet as a text, for scripts that bring their style with them. */
const cssAsText: RolldownPlugin = {
  name: 'css-as-text',
  resolveId(source, importer) {
    if (source.endsWith(cssQuery) && importer) return join(dirname(importer), source)
  },
  async load(id) {
    if (!id.endsWith(cssQuery)) return
    const css = await readFile(id.slice(0, -'?inline'.length), 'utf8')
    return `export default ${JSON.stringify(css.replaceAll(/\s+/g, ' '))}`
  },
}

const cssQuery = '.css?inline'
