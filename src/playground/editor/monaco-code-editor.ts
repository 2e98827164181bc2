import { effect } from '@preact/signals'
import type { Diagnostic, Position } from '#protocol/diagnostic.ts'
import type { Bench } from '../bench.ts'
import { compilerOf } from '../say.ts'
import { toCrash } from '../say-boot.ts'
import { registerCodeActions } from './code-actions.ts'
import type { CodeEditor } from './code-editor.ts'
import { toDecorations, toMarkers, type Told } from './draw-story.ts'
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
  const model = monaco.editor.createModel(bench.text.peek(), bench.language, nextUri(bench.file))
  // Shown four wide, though the kernel has eight: at the ends of lines there must be room for what is said of them.
  if (bench.language === 'c') model.updateOptions({ insertSpaces: false })
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  const editor = monaco.editor.create(host, { ...options(), model, ariaLabel: label })
  const ends = [
    growWithText(host, editor),
    wrapAtEdge(editor, bench),
    takeWholeText(host, editor),
    followText(bench, model),
    drawDiagnostics(bench, model),
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
    reveal: ({ line }) => editor.revealLineInCenterIfOutsideViewport(line),
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

/** What is drawn on a line goes when that line is edited; the rest moves with the text until the next answer. */
function drawDiagnostics(bench: Bench, model: Model): () => void {
  let drawn: string[] = []
  const edited = model.onDidChangeContent(({ changes }) => {
    const stale = changes.flatMap(({ range, text }) => drawnOn(model, drawn, { range, text }))
    model.deltaDecorations(stale, [])
    drawn = drawn.filter((id) => !stale.includes(id))
  })
  const stop = effect(() => {
    const said = toTold(bench)
    drawn = model.deltaDecorations(
      drawn,
      said.flatMap((told) => toDecorations(model, told)),
    )
    monaco.editor.setModelMarkers(
      model,
      'no-oops',
      said.flatMap((told) => toMarkers(model.uri, told)),
    )
  })
  return () => (edited.dispose(), stop())
}

/** What the compiler says, and what the kernel reported. */
function toTold({ file, language, diagnostics, reports }: Bench): Told[] {
  const crashes = reports.value.map(toCrash)
  return [
    { file, diagnostics: diagnostics.value, by: compilerOf(language) },
    { file, diagnostics: withoutRepeats(crashes), by: 'kernel' },
  ]
}

/** A driver that is loaded twice is reported twice. */
function withoutRepeats(crashes: Diagnostic[]): Diagnostic[] {
  const toPlace = ({ spans }: Diagnostic) => JSON.stringify(spans.map(({ start, label }) => [start, label]))
  return crashes.filter(
    (crash, index) => crashes.findIndex((other) => toPlace(other) === toPlace(crash)) === index,
  )
}

function drawnOn(
  model: Model,
  drawn: string[],
  { range, text }: { range: monaco.IRange; text: string },
): string[] {
  const first = range.startLineNumber
  const last = first + text.split('\n').length - 1
  return drawn.filter((id) => {
    const line = model.getDecorationRange(id)?.startLineNumber ?? first
    return first <= line && line <= last
  })
}

function growWithText(host: HTMLElement, editor: Editor): () => void {
  const grow = () => (host.style.height = `${editor.getContentHeight()}px`)
  const listening = editor.onDidContentSizeChange(grow)
  grow()
  return () => listening.dispose()
}

/** What a compiler says at line ends is narrower than the code that Monaco takes it for; what the kernel says is not. */
function wrapAtEdge(editor: Editor, { reports }: Bench): () => void {
  const wrap = () => {
    const columns = editor.getLayoutInfo().viewportColumn * (reports.value.length > 0 ? 1 : 1.1)
    editor.updateOptions({ wordWrapColumn: Math.floor(columns) })
  }
  const listening = editor.onDidLayoutChange(wrap)
  const stop = effect(wrap)
  return () => (listening.dispose(), stop())
}

/** Several lines that come at once, as by dictation, are pasted: typed, each line would be indented by the one before. */
function takeWholeText(host: HTMLElement, editor: Editor): () => void {
  const take = (event: InputEvent) => {
    if (!event.data?.includes('\n')) return
    event.preventDefault()
    editor.trigger('input', 'paste', { text: event.data })
  }
  host.addEventListener('beforeinput', take, true)
  return () => host.removeEventListener('beforeinput', take, true)
}

function options(): monaco.editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement)
  return {
    automaticLayout: true,
    contextmenu: false,
    // The same input in every browser.
    editContext: false,
    fixedOverflowWidgets: true,
    folding: false,
    fontFamily: style.getPropertyValue('--font-code'),
    fontSize: 13,
    glyphMargin: false,
    guides: { indentation: false },
    hideCursorInOverviewRuler: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
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
    renderWhitespace: 'none',
    wordBasedSuggestions: 'off',
    // Code is short enough; what rustc says at its end is not always.
    wordWrap: 'wordWrapColumn',
    wrappingIndent: 'deepIndent',
  }
}
