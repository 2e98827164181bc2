import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'rolldown'

/** Writes the command `no-oops`, for Node, as one file of the site: the workspace puts it into a WebContainer. */
export function commandFile(): AstroIntegration {
  return {
    name: 'command-file',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await build({
          input: fileURLToPath(new URL('../../cli/node/main.ts', import.meta.url)),
          platform: 'node',
          output: {
            file: fileURLToPath(new URL('workspace/no-oops.js', dir)),
            codeSplitting: false,
            minify: true,
          },
        })
      },
    },
  }
}
