import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** Adds `client:reader`: a component is loaded when somebody is seen to read the page, by `wake-islands.ts`. */
export function readerDirective(): AstroIntegration {
  const entrypoint = fileURLToPath(new URL('../../components/reader/leave-to-reader.ts', import.meta.url))
  return {
    name: 'reader-directive',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) => addClientDirective({ name: 'reader', entrypoint }),
    },
  }
}
