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
      const path = id.split('/monaco-editor/esm/vs/')[1]
      if (path === undefined) return
      return smaller[path] ?? unused[path]?.map((name) => `export class ${name} {}`).join('\n')
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

/** What Monaco's core names and a lesson never uses, by module: each becomes an empty class. */
const unused: Record<string, string[]> = {
  'base/browser/ui/selectBox/selectBox.js': ['SelectBox', 'SeparatorSelectOption'],
  'editor/browser/controller/editContext/native/nativeEditContext.js': ['NativeEditContext'],
  'editor/browser/gpu/viewGpuContext.js': ['ViewGpuContext'],
  'editor/browser/viewParts/rulersGpu/rulersGpu.js': ['RulersGpu'],
  'editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js': ['ViewLinesGpu'],
  'editor/browser/widget/diffEditor/diffEditorWidget.js': ['DiffEditorWidget'],
  'editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js': ['MultiDiffEditorWidget'],
  'editor/common/diff/linesDiffComputers.js': ['linesDiffComputers'],
  'editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js': ['TreeSitterSyntaxTokenBackend'],
  'editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPickerParticipant.js': [
    'ColorHover',
    'HoverColorPickerParticipant',
  ],
  'editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition.js': [
    'GotoDefinitionAtPositionEditorContribution',
  ],
  'editor/contrib/inlayHints/browser/inlayHintsHover.js': ['InlayHintsHover'],
  'editor/contrib/inlineCompletions/browser/hintsWidget/inlineCompletionsHintsWidget.js': [
    'InlineSuggestionHintsContentWidget',
  ],
  'editor/standalone/browser/quickInput/standaloneQuickInputService.js': ['StandaloneQuickInputService'],
  'editor/standalone/common/monarch/monarchCompile.js': ['compile'],
  'editor/standalone/common/monarch/monarchLexer.js': ['MonarchTokenizer'],
}

/** What stands in for modules of which something is asked all the same. */
const smaller: Record<string, string> = {
  // Monaco's services are also registered under a name.
  'platform/list/browser/listService.js': `
    import { createDecorator } from 'monaco-editor/platform/instantiation/common/instantiation'
    export const IListService = createDecorator('ListService')
    export class ListService {}`,
  'editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPicker.js': `
    export const isOnColorDecorator = () => false`,
  'editor/contrib/dropOrPasteInto/browser/copyPasteController.js': `
    export class CopyPasteController { static get() { return null } }`,
  // A lesson's code is short: the view has the part, and nothing is in it.
  'editor/browser/viewParts/minimap/minimap.js': `
    import { createFastDomNode } from 'monaco-editor/base/browser/fastDomNode'
    import { ViewPart } from 'monaco-editor/editor/browser/view/viewPart'
    export class Minimap extends ViewPart {
      node = createFastDomNode(document.createElement('div'))
      getDomNode() { return this.node }
      prepareRender() {}
      render() {}
    }`,
}
