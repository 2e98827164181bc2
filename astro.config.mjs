import mdx from '@astrojs/mdx'
import { satteri } from '@astrojs/markdown-satteri'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { appIcons } from './src/scripts/site-build/app-icons.ts'
import { readBasePath } from './src/scripts/site-build/base-path.ts'
import { toConnectSource } from './src/scripts/site-build/connect-source.ts'
import { commandFile } from './src/scripts/site-build/command-file.ts'
import { inlineScript } from './src/scripts/site-build/inline-script.ts'
import { lateCss } from './src/scripts/site-build/late-css.ts'
import { leanPages } from './src/scripts/site-build/lean-pages.ts'
import { leanMonaco } from './src/scripts/site-build/lean-monaco.ts'
import { notFoundPage } from './src/scripts/site-build/not-found-page.ts'
import { offlineFiles } from './src/scripts/site-build/offline-files.ts'
import { printPages } from './src/scripts/site-build/print-pages.ts'
import { nodeStandIns } from './src/scripts/site-build/node-stand-ins.ts'
import { precompress } from './src/scripts/site-build/precompress.ts'
import { readerDirective } from './src/scripts/site-build/reader-directive.ts'
import { storiesPage } from './src/scripts/site-build/stories-page.ts'
import { subsetCodeFont } from './src/scripts/site-build/subset-code-font.ts'
import { securityTxt } from './src/scripts/site-build/security-txt.ts'
import { searchIndex } from './src/scripts/site-build/search-index.ts'
import { sitemap } from './src/scripts/site-build/sitemap.ts'
import { kinds } from './src/course/kinds/kinds.ts'
import { defaultLocale, locales } from './src/i18n/locales.ts'
import { linkBelowBase } from './src/markdown/link-below-base.ts'
import { linkPlaces } from './src/markdown/link-places.ts'
import { linkWords } from './src/markdown/link-words.ts'
import { linkReferences } from './src/markdown/link-references.ts'
import { readLinkedWords } from './src/scripts/site-build/read-linked-words.ts'
import { lessonParts } from './src/markdown/lesson-parts.ts'

const base = readBasePath(process.env)

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base,
  trailingSlash: 'always',
  i18n: { locales: Object.keys(locales), defaultLocale },
  // Six kilobytes a page instead of two requests before the first paint.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [
        linkReferences(),
        linkPlaces(),
        linkWords(readLinkedWords),
        linkBelowBase(base),
        lessonParts(Object.values(kinds).map(({ marker }) => marker)),
      ],
    }),
  },
  integrations: [
    mdx(),
    preact(),
    readerDirective(),
    subsetCodeFont(),
    printPages(),
    notFoundPage(base),
    leanPages(),
    sitemap(),
    securityTxt(process.env.SECURITY_CONTACT || undefined),
    commandFile(),
    searchIndex(),
    appIcons(),
    // Lists what the others have written.
    offlineFiles(base),
    ...(process.env.PRECOMPRESS === '0' ? [] : [precompress()]),
    storiesPage(),
  ],
  vite: {
    plugins: [inlineScript(base), lateCss(), leanMonaco()],
    // Its imports are resolved by leanMonaco().
    optimizeDeps: { exclude: ['monaco-vim'] },
    // Parts of a Worker are loaded when they are asked for.
    worker: { format: 'es', plugins: () => [nodeStandIns()] },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "img-src 'self' data:",
        "worker-src 'self' blob:",
        toConnectSource(process.env),
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // Monaco writes <style> elements while it runs.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
})
