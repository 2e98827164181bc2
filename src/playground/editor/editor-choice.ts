import { save, readStored } from '../storage/storage.ts'

/** The large editor (Monaco) or the plain one (a textarea). */
export type EditorKind = 'monaco' | 'plain'

const fitsMonaco = '(min-width: 700px) and (not (pointer: coarse))'

/** What the reader chose, else what suits the screen. */
export function chooseEditor(): EditorKind {
  const chosen = readStored('editor')
  if (chosen === 'monaco' || chosen === 'plain') return chosen
  return matchMedia(fitsMonaco).matches ? 'monaco' : 'plain'
}

/** Keeps the reader's choice. */
export function saveEditorChoice(kind: EditorKind) {
  save('editor', kind)
}
