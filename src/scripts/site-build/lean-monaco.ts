import { fileURLToPath } from 'node:url'
import type { AstroUserConfig } from 'astro'

/** Keeps Monaco small, without parts that no lesson uses, and lets monaco-vim find it. */
export function leanMonaco(): Plugin {
  return {
    name: 'lean-monaco',
    enforce: 'pre',
    resolveId(source: string, importer: string | undefined) {
      // For browsers the package names a file that wants Monaco as a global.
      if (source === 'monaco-vim') return fileURLToPath(import.meta.resolve(source))
      const moved = movedModules[source]
      return moved === undefined ? undefined : this.resolve(moved, importer)
    },
    load(id: string) {
      const unused = Object.keys(unusedClasses).find((path) => id.endsWith(`/monaco-editor/esm/vs/${path}`))
      if (unused) return emptyClass(unusedClasses[unused]!)
    },
  }
}

type Plugin = NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number]

/** What monaco-vim imports by paths that Monaco had before. */
const movedModules: Record<string, string> = {
  'monaco-editor/esm/vs/editor/editor.api': 'monaco-editor/editor',
  'monaco-editor/esm/vs/editor/common/commands/shiftCommand':
    'monaco-editor/editor/common/commands/shiftCommand',
}

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

/** Monaco's services are also registered under a name. */
function emptyClass(name: string) {
  const registered = `import { createDecorator } from 'monaco-editor/platform/instantiation/common/instantiation'
export const I${name} = createDecorator('${name}')\n`
  return `${name === 'ListService' ? registered : ''}export class ${name} {}`
}
