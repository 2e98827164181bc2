import type { AstroIntegration } from 'astro'

/** Adds /stories/ to the development site: all recorded refusals as pages and the editor render them, to be judged at a glance. */
export function storiesPage(): AstroIntegration {
  return {
    name: 'stories-page',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return
        injectRoute({ pattern: '/stories/', entrypoint: './src/pages/_stories.astro' })
      },
    },
  }
}
