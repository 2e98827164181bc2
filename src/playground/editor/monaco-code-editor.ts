import { effect } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import type { Bench } from '../bench.ts'
import { registerCodeActions } from './code-actions.ts'
import type { CodeEditor } from './code-editor.ts'
import { toDecorations, toMarkers } from './draw-story.ts'
import { startHighlighting } from './highlighting.ts'
import * as monaco from './monaco.ts'

type Model = monaco.editor.ITextModel
type Editor = monaco.editor.IStandaloneCodeEditor

startHighlighting()

/** Puts Monaco into an element, at work on a bench; returns how to take it away. */
export function createMonacoCodeEditor(
  host: HTMLElement,
  bench: Bench,
  { label, focusAt }: { label: string; focusAt?: Position },
): () => void {
  const model = monaco.editor.createModel(bench.text.peek(), 'rust', nextUri(bench.file))
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  const editor = monaco.editor.create(host, { ...options(), model, ariaLabel: label })
  const ends = [
    growWithText(host, editor),
    followText(bench, model),
    drawDiagnostics(bench, editor, model),
    ...registerCodeActions(bench, model).map((registered) => () => registered.dispose()),
  ]
  const handle = toCodeEditor(editor, model)
  bench.editor.value = handle
  if (focusAt) handle.goTo(focusAt)
  return () => {
    bench.editor.value = undefined
    ends.forEach((end) => end())
    editor.dispose()
    model.dispose()
  }
}

let models = 0

/** Monaco shows the file's name in its list of related places. */
function nextUri(file: string): monaco.Uri {
  return monaco.Uri.parse(`inmemory://${++models}/${file}`)
}

function toCodeEditor(editor: Editor, model: Model): CodeEditor {
  return {
    kind: 'monaco',
    goTo({ line, column }) {
      editor.setPosition({ lineNumber: line, column })
      editor.revealLineInCenterIfOutsideViewport(line)
      editor.focus()
      editor.getDomNode()?.scrollIntoView({ block: 'nearest' })
    },
    replace: (text) => replaceText(model, text),
  }
}

function replaceText(model: Model, text: string) {
  model.pushStackElement()
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null)
  model.pushStackElement()
}

function followText(bench: Bench, model: Model): () => void {
  const typed = model.onDidChangeContent(() => (bench.text.value = model.getValue()))
  const stop = effect(() => {
    if (bench.text.value !== model.getValue()) replaceText(model, bench.text.value)
  })
  return () => (typed.dispose(), stop())
}

function drawDiagnostics(bench: Bench, editor: Editor, model: Model): () => void {
  const drawn = editor.createDecorationsCollection()
  return effect(() => {
    const diagnostics = bench.diagnostics.value
    drawn.set(toDecorations(model, diagnostics, bench.file))
    monaco.editor.setModelMarkers(model, 'rustc', toMarkers(model.uri, diagnostics, bench.file))
  })
}

function growWithText(host: HTMLElement, editor: Editor): () => void {
  const grow = () => (host.style.height = `${editor.getContentHeight()}px`)
  const listening = editor.onDidContentSizeChange(grow)
  grow()
  return () => listening.dispose()
}

function options(): monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement)
  return {
    automaticLayout: true,
    contextmenu: false,
    fixedOverflowWidgets: true,
    folding: false,
    fontFamily: style.getPropertyValue('--font-code'),
    fontSize: 13,
    glyphMargin: false,
    guides: { indentation: false },
    hideCursorInOverviewRuler: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
    lineDecorationsWidth: 14,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastColumn: 2,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, horizontalScrollbarSize: 8, verticalScrollbarSize: 8 },
    stickyScroll: { enabled: false },
    tabSize: 4,
    unicodeHighlight: { ambiguousCharacters: false },
    wordBasedSuggestions: 'off',
  }
}
