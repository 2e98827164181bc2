import { effect } from '@preact/signals'
import type { Position } from '#protocol/diagnostic.ts'
import { t } from '#i18n/t.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { afterLayout } from './after-layout.ts'
import { registerCodeActions } from './code-actions.ts'
import { changeBetween } from './change-between.ts'
import type { CodeEditor } from '../program/code-editor.ts'
import { editorLook, followLook } from './editor-look.ts'
import { followKeymap } from './follow-keymap.ts'
import { startHighlighting } from './highlighting.ts'
import * as monaco from './monaco.ts'
import { revealLines, revealPlaces } from './reveal-places.ts'
import { marginWidth } from './margin-width.ts'
import { followLineCount } from './number-room.ts'
import { createStoryLayer, type StoryLayer } from './story-layer.ts'
import { createDutyLights } from './duty-lights.ts'
import { guardTab, type TabGuard } from './guard-tab.ts'
import { createFolds, type Folds } from './folds.ts'
import { placeFolds } from '../program/place-folds.ts'
import { startWordHovers } from './word-hovers.ts'
import './monaco.css'

type Model = monaco.editor.ITextModel
type Editor = monaco.editor.IStandaloneCodeEditor

startHighlighting()
startWordHovers()
void document.fonts.ready.then(() => monaco.editor.remeasureFonts())

/** How an editor begins. */
interface Beginning {
  label: string
  /** Where the reader is already; it takes the focus. */
  focus?: { at: Position; isTyping: boolean }
}

/** Puts Monaco into an element, to edit a program; returns how to take it away. */
export function createMonacoCodeEditor(
  host: HTMLElement,
  program: ProgramSession,
  { label, focus }: Beginning,
): () => void {
  const model = createModel(program)
  const editor = monaco.editor.create(host, { ...options(), model, ariaLabel: `${label}. ${wayOut()}` })
  // What is told already opens folds while its layer is made.
  let story: StoryLayer | undefined = undefined
  const folds = createFolds(editor, foldsOf(program), () => story?.drawSoon())
  story = createStoryLayer(editor, program.navigator, folds)
  const tab = guardTab(host, editor, focus?.isTyping === true)
  const ends = [
    growWithText(host, editor),
    followLineCount(editor),
    takeWholeText(host, editor),
    followText(program, model),
    story.end,
    folds.end,
    tab.end,
    followLook(editor),
    followKeymap(host, editor),
    createDutyLights(editor, program),
    ...registerCodeActions(program, model).map((registered) => () => registered.dispose()),
  ]
  const handle: CodeEditor = { ...toCodeEditor(editor, { model, folds, tab }), placeOf: story.placeOf }
  program.editor.value = handle
  if (focus) handle.goTo(focus.at)
  else opensAt(editor, program)
  return () => {
    program.history.cursor = cursorOf(editor) ?? program.history.cursor
    if (program.editor.peek() === handle) program.editor.value = undefined
    ends.forEach((end) => end())
    editor.dispose()
    model.dispose()
  }
}

/** Spoken when the editor gets the focus. */
const wayOut = () => t('Tab leaves until you type; after that Escape, then Tab. F8 goes to the next step.')

/** Its undo goes back to what stood there before anything was typed, in whichever editor. */
function createModel({ history, language, file }: ProgramSession): Model {
  const [first, ...later] = history.steps
  const model = monaco.editor.createModel(first!, language, nextUri(file))
  model.updateOptions(language === 'c' ? { tabSize: 8, insertSpaces: false } : { tabSize: 4 })
  model.setEOL(monaco.editor.EndOfLineSequence.LF)
  later.forEach((text) => replaceText(model, text))
  return model
}

let models = 0

/** Monaco shows the file's name in its list of related places. */
function nextUri(file: string): monaco.Uri {
  return monaco.Uri.parse(`inmemory://${++models}/${file}`)
}

function foldsOf({ opening, given, text }: ProgramSession) {
  return placeFolds(opening.folds, given, text.peek())
}

function toCodeEditor(
  editor: Editor,
  { model, folds, tab }: { model: Model; folds: Folds; tab: TabGuard },
): Omit<CodeEditor, 'placeOf'> {
  return {
    kind: 'monaco',
    goTo({ line, column }) {
      folds.reveal([line])
      editor.setPosition({ lineNumber: line, column })
      revealPlaces(editor, { line, column })
      editor.focus()
      editor.getDomNode()?.scrollIntoView({ block: 'nearest' })
    },
    reveal(place, others) {
      folds.reveal([place.line])
      afterLayout(() => revealPlaces(editor, place, others))
    },
    isEditing: tab.isEditing,
    folded: folds.hidden,
    unfold: folds.openAll,
    focus: () => editor.focus(),
    hasFocus: () => editor.hasTextFocus(),
    caret: () => caretOf(editor),
    replace: (text) => replaceText(model, text),
  }
}

/** Where the cursor was left, else where the exercise begins; unless something else was brought into sight already. */
function opensAt(editor: Editor, { opening, history: { cursor } }: ProgramSession) {
  if (cursor) editor.setPosition({ lineNumber: cursor.line, column: cursor.column })
  const lines = cursor ? [cursor.line] : [opening.line, ...opening.duties.flatMap(({ lines }) => lines)]
  onceInSight(editor, () => {
    if (editor.getScrollTop() === 0) revealLines(editor, lines[0]!, lines)
  })
}

/** An editor that is out of sight has no height, and would show its line at the very top. */
function onceInSight(editor: Editor, callback: () => void) {
  afterLayout(() => {
    if (!editor.getModel()) return
    if (editor.getLayoutInfo().height >= least) return callback()
    const listening = editor.onDidLayoutChange(({ height }) => {
      if (height < least) return
      listening.dispose()
      onceInSight(editor, callback)
    })
  })
}

/** In pixels: with less nothing is to be read. */
const least = 60

/** Scrolled out of the editor, it counts as at the edge. */
function caretOf(editor: Editor): { top: number; bottom: number } {
  const { top, height } = editor.getDomNode()!.getBoundingClientRect()
  const line = editor.getOption(monaco.editor.EditorOption.lineHeight)
  const from = editor.getTopForLineNumber(editor.getPosition()?.lineNumber ?? 1) - editor.getScrollTop()
  const at = top + Math.min(Math.max(0, from), height - line)
  return { top: at, bottom: at + line }
}

/** Undefined where nobody has put it anywhere yet. */
function cursorOf(editor: Editor): Position | undefined {
  const { lineNumber: line, column } = editor.getPosition() ?? { lineNumber: 1, column: 1 }
  return line === 1 && column === 1 ? undefined : { line, column }
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

function options(): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    ...editorLook(),
    automaticLayout: true,
    contextmenu: false,
    // The same input in every browser.
    editContext: false,
    fixedOverflowWidgets: true,
    folding: false,
    glyphMargin: false,
    guides: { indentation: false },
    hideCursorInOverviewRuler: true,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
    lineDecorationsWidth: marginWidth(1),
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: 'off',
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    // The label of the last line stands below it.
    padding: { top: 8, bottom: 52 },
    renderFinalNewline: 'off',
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    scrollBeyondLastColumn: 2,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, horizontalScrollbarSize: 8, verticalScrollbarSize: 8 },
    stickyScroll: { enabled: false },
    unicodeHighlight: { ambiguousCharacters: false },
    renderWhitespace: 'none',
    wordBasedSuggestions: 'off',
    wordWrap: 'off',
  }
}
