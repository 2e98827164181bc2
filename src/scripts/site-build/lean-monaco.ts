import { dirname, join } from 'node:path'
import type { AstroUserConfig } from 'astro'

/** Keeps Monaco small: without parts that no lesson uses, and with its CSS in its own chunk, not in every page's head. */
export function leanMonaco(): Plugin {
  const css = '\0monaco-css:'
  return {
    name: 'lean-monaco',
    enforce: 'pre',
    resolveId(source: string, importer: string | undefined) {
      if (!source.endsWith('.css') || !importer || !isLoadedWithMonaco(importer)) return
      return `${css}${join(dirname(importer), source)}.js`
    },
    load(id: string) {
      if (id.startsWith(css)) return injectCss(id.slice(css.length, -'.js'.length))
      const unused = Object.keys(unusedClasses).find((path) => id.endsWith(`/monaco-editor/esm/vs/${path}`))
      if (unused) return emptyClass(unusedClasses[unused]!)
    },
  }
}

function isLoadedWithMonaco(file: string): boolean {
  return file.includes('/monaco-editor/') || ours.some((path) => file.endsWith(`/playground/editor/${path}`))
}

/** Those of our own modules that are loaded with Monaco alone and have CSS. */
const ours = ['monaco-code-editor.ts', 'story-layer.ts', 'folds.ts']

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

/** Classes of Monaco that a lesson never uses but its core names: made empty. */
const unusedClasses: Record<string, string> = {
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

function injectCss(path: string) {
  return `import text from ${JSON.stringify(`${path}?inline`)}
const style = document.createElement('style')
style.textContent = text
document.head.append(style)`
}

/** Monaco's services are also registered under a name. */
function emptyClass(name: string) {
  const registered = `import { createDecorator } from 'monaco-editor/platform/instantiation/common/instantiation'
export const I${name} = createDecorator('${name}')\n`
  return `${name === 'ListService' ? registered : ''}export class ${name} {}`
}
