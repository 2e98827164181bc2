import type { AstroUserConfig } from 'astro'
import { build } from 'rolldown'

const query = '?inline-script'

/** Gives a script and all that it imports as one text, for a page to hold: `import text from './x.ts?inline-script'`. */
export function inlineScript(): Plugin {
  return {
    name: 'inline-script',
    async load(id: string) {
      if (!id.endsWith(query)) return
      const { code, moduleIds } = await bundle(id.slice(0, -query.length))
      for (const file of moduleIds) this.addWatchFile(file)
      return `export default ${JSON.stringify(code)}`
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

/** What such a script loads while it runs, as `/words.js`, is none of its parts. */
const ofSite = /^\/[\w-]+\.js$/

async function bundle(input: string) {
  const { output } = await build({
    input,
    external: ofSite,
    platform: 'browser',
    write: false,
    output: { minify: true },
  })
  return output[0]
}
