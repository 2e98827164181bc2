import { effect } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import { lanes } from '#story/rails.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { registerCodeActions } from './code-actions.ts'
import { changeBetween } from './change-between.ts'
import type { CodeEditor } from '../program/code-editor.ts'
import { startHighlighting } from './highlighting.ts'
import * as monaco from './monaco.ts'
import { createStoryLayer } from './story-layer.ts'

type Model = monaco.editor.ITextModel
type Editor = monaco.editor.IStandaloneCodeEditor

startHighlighting()
void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

/** Puts Monaco into an element, at work on a bench; returns how to take it away. */
export function createMonacoCodeEditor(
  host: HTMLElement,
  program: ProgramSession,
  { label, focusAt }: { label: string; focusAt?: Position },
): () => void {
  const model = monaco.editor.createModel(program.text.peek(), program.language, nextUri(program.file))
  // Shown four wide, though the kernel has eight: at the ends of lines there must be room for what is said of them.
  if (program.language === 'c') model.updateOptions({ insertSpaces: false })
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  const editor = monaco.editor.create(host, { ...options(), model, ariaLabel: `${label}. ${wayOut}` })
  const story = createStoryLayer(editor, program.navigator)
  const ends = [
    growWithText(host, editor),
    takeWholeText(host, editor),
    followText(program, model),
    story.end,
    ...registerCodeActions(program, model).map((registered) => () => registered.dispose()),
  ]
  const handle: CodeEditor = { ...toCodeEditor(editor, model), placeOf: story.placeOf }
  program.editor.value = handle
  if (focusAt) handle.goTo(focusAt)
  return () => {
    program.editor.value = undefined
    ends.forEach((end) => end())
    editor.dispose()
    model.dispose()
  }
}

/** Spoken when the editor gets the focus. */
const wayOut = 'Tab indents; Control M lets Tab leave the editor. F8 goes to the next step.'

let models = 0

/** Monaco shows the file's name in its list of related places. */
function nextUri(file: string): monaco.Uri {
  return monaco.Uri.parse(`inmemory://${++models}/${file}`)
}

function toCodeEditor(editor: Editor, model: Model): Omit<CodeEditor, 'placeOf'> {
  return {
    kind: 'monaco',
    goTo({ line, column }) {
      editor.setPosition({ lineNumber: line, column })
      editor.revealLineInCenterIfOutsideViewport(line)
      editor.focus()
      editor.getDomNode()?.scrollIntoView({ block: 'nearest' })
    },
    reveal: ({ line }) => editor.revealLineInCenterIfOutsideViewport(line),
    focus: () => editor.focus(),
    hasFocus: () => editor.hasTextFocus(),
    replace: (text) => replaceText(model, text),
  }
}

/** One step for undo; what stays the same keeps its place, and so do the cursor and what is drawn there. */
function replaceText(model: Model, text: string) {
  const { from, to, inserted } = changeBetween(model.getValue(), text)
  const range = monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to))
  model.pushStackElement()
  model.pushEditOperations([], [{ range, text: inserted }], () => null)
  model.pushStackElement()
}

function followText(program: ProgramSession, model: Model): () => void {
  const typed = model.onDidChangeContent(() => (program.text.value = model.getValue()))
  const stop = effect(() => {
    if (program.text.value !== model.getValue()) replaceText(model, program.text.value)
  })
  return () => (typed.dispose(), stop())
}

function growWithText(host: HTMLElement, editor: Editor): () => void {
  const grow = () => host.style.setProperty('--text-height', `${editor.getContentHeight()}px`)
  const listening = editor.onDidContentSizeChange(grow)
  grow()
  return () => listening.dispose()
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

/** In pixels, as in tokens.css. */
const [laneWidth, bracketWidth] = [15, 7]

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
    // Always there, so that no code moves when a rail comes.
    lineDecorationsWidth: lanes * laneWidth + bracketWidth,
    lineHeight: 20,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    padding: { top: 8, bottom: 8 },
    renderFinalNewline: 'off',
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
    wordWrap: 'off',
  }
}
