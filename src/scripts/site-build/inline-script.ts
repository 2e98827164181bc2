import type { AstroUserConfig } from 'astro'
import { build } from 'rolldown'

const query = '?inline-script'

/** Gives a script and all that it imports as one text, for a page of a site below `base` to hold: `import text from './x.ts?inline-script'`. */
export function inlineScript(base: string): Plugin {
  return {
    name: 'inline-script',
    async load(id: string) {
      if (!id.endsWith(query)) return
      const { code, moduleIds } = await bundle(id.slice(0, -query.length), base)
      for (const file of moduleIds) this.addWatchFile(file)
      return `export default ${JSON.stringify(code)}`
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

/** What such a script loads while it runs, as `/words.js`, is none of its parts. */
const ofSite = /^\/[\w-]+\.js$/

async function bundle(input: string, base: string) {
  const { output } = await build({
    input,
    external: ofSite,
    platform: 'browser',
    write: false,
    transform: { define: { 'import.meta.env.BASE_URL': JSON.stringify(base) } },
    output: { minify: true },
  })
  return output[0]
}
