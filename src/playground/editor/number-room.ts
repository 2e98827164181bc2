import type * as monaco from './monaco.ts'

/** How many characters the numbers of so many lines take, with one of room at the frame; `--numbers` in editor-pane.css is the same. */
export function numberRoom(lines: number): number {
  return Math.max(3, `${lines}`.length + 1)
}

/** Has the large editor make room for the numbers of its text; returns how to end that. */
export function followLineCount(editor: monaco.editor.IStandaloneCodeEditor): () => void {
  const follow = () => {
    const lineNumbersMinChars = numberRoom(editor.getModel()!.getLineCount())
    editor.updateOptions({ lineNumbersMinChars })
  }
  const listening = editor.onDidChangeModelContent(follow)
  follow()
  return () => listening.dispose()
}
