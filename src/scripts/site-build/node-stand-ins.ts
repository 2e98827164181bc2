import { fileURLToPath } from 'node:url'
import type { AstroUserConfig } from 'astro'

/** Files that stand for modules of Node in what browsers load: what the command `no-oops` uses of them, and no more. */
const standIns: Record<string, string> = {
  'node:events': 'events.ts',
  'node:process': 'process.ts',
  'node:util': 'util.ts',
  'node:child_process': 'nothing.ts',
  'node:fs': 'nothing.ts',
  'node:path': 'nothing.ts',
}

/** Puts them in the place of the modules that commander and the command's own style import. */
export function nodeStandIns(): Plugin {
  return {
    name: 'node-stand-ins',
    enforce: 'pre',
    resolveId(id: string, importer: string | undefined) {
      const file = standIns[id]
      const isCommand = /\/node_modules\/commander\/|\/src\/cli\/output\//.test(importer ?? '')
      if (file === undefined || !isCommand) return undefined
      return fileURLToPath(new URL(`node-stand-ins/${file}`, import.meta.url))
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]
