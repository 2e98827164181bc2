import * as monaco from './monaco.ts'

/** Tells where the code of a line ends, in pixels from where lines begin. Only what is not ASCII has to be laid out for it. */
export function createEndOfLine(editor: monaco.editor.IStandaloneCodeEditor): (line: number) => number {
  const model = editor.getModel()!
  const { typicalHalfwidthCharacterWidth } = editor.getOption(monaco.editor.EditorOption.fontInfo)
  const { tabSize } = model.getOptions()
  return (line) => {
    if (line > model.getLineCount()) return 0
    const text = model.getLineContent(line)
    if (!/^[\t\x20-\x7e]*$/.test(text)) return editor.getOffsetForColumn(line, model.getLineMaxColumn(line))
    return columnsOf(text, tabSize) * typicalHalfwidthCharacterWidth
  }
}

function columnsOf(text: string, tabSize: number): number {
  let columns = 0
  for (const character of text) columns += character === '\t' ? tabSize - (columns % tabSize) : 1
  return columns
}
