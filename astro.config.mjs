import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import mdx from '@astrojs/mdx'
import { satteri } from '@astrojs/markdown-satteri'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { lessonParts } from './src/markdown/lesson-parts.ts'

const service = process.env.SERVICE_URL ?? ''

export default defineConfig({
  trailingSlash: 'always',
  // Six kilobytes a page instead of two requests before the first paint.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [lessonParts()] }),
  },
  integrations: [mdx(), preact(), precompress()],
  vite: { plugins: [leanMonaco()] },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
        "img-src 'self' data:",
        "worker-src 'self' blob:",
        `connect-src 'self' ${service}`.trimEnd(),
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      // Monaco writes <style> elements while it runs.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
    },
  },
})

/** Writes a .br and a .gz beside every text file of the built site, for servers that send them as they are. */
function precompress() {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const names = await readdir(root, { recursive: true })
        const texts = names.filter((name) => /\.(html|css|js|json|svg|ttf|txt|wasm)$/.test(name))
        await Promise.all(texts.map((name) => compress(root + name)))
      },
    },
  }
}

async function compress(file) {
  const bytes = await readFile(file)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(bytes, { level: 9 }),
  ])
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)])
}

/** Classes of Monaco that a lesson never uses but its core names: made empty. */
const unusedClasses = {
  'editor/browser/gpu/viewGpuContext.js': 'ViewGpuContext',
  'editor/browser/viewParts/rulersGpu/rulersGpu.js': 'RulersGpu',
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js': 'ViewLinesGpu',
  'editor/browser/widget/diffEditor/diffEditorWidget.js': 'DiffEditorWidget',
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js': 'MultiDiffEditorWidget',
  'editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition.js':
    'GotoDefinitionAtPositionEditorContribution',
  'editor/contrib/inlayHints/browser/inlayHintsHover.js': 'InlayHintsHover',
  'editor/standalone/browser/quickInput/standaloneQuickInputService.js': 'StandaloneQuickInputService',
  'platform/list/browser/listService.js': 'ListService',
}

/** Keeps Monaco small: without parts that no lesson uses, and with its CSS in its own chunk, not in every page's head. */
function leanMonaco() {
  const css = '\0monaco-css:'
  return {
    name: 'lean-monaco',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return
      return css + new URL(source, `file://${importer}`).pathname + '.js'
    },
    load(id) {
      if (id.startsWith(css)) return injectCss(id.slice(css.length, -'.js'.length))
      const unused = Object.keys(unusedClasses).find((path) => id.endsWith(`/monaco-editor/esm/vs/${path}`))
      if (unused) return emptyClass(unusedClasses[unused])
    },
  }
}

function injectCss(path) {
  return `import text from ${JSON.stringify(`${path}?inline`)}
const style = document.createElement('style')
style.textContent = text
document.head.append(style)`
}

/** Monaco's services are also registered under a name. */
function emptyClass(name) {
  const registered = `import { createDecorator } from 'monaco-editor/platform/instantiation/common/instantiation'
export const I${name} = createDecorator('${name}')\n`
  return `${name === 'ListService' ? registered : ''}export class ${name} {}`
}
