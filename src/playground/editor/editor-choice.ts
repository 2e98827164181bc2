import { computed, signal } from '@preact/signals'
import { save, readStored } from '../storage/storage.ts'

/** The large editor (Monaco) or the plain one (a textarea). */
export type EditorKind = 'monaco' | 'plain'

const fitsMonaco = '(min-width: 700px) and (not (pointer: coarse))'
const chosen = signal<EditorKind>()

/** What the reader chose, else what suits the screen; of all editors of a page. To be read only in a browser. */
export const editorChoice = computed(() => chosen.value ?? readChoice() ?? fitting())

function readChoice(): EditorKind | undefined {
  const stored = readStored('editor')
  return stored === 'monaco' || stored === 'plain' ? stored : undefined
}

function fitting(): EditorKind {
  return matchMedia(fitsMonaco).matches ? 'monaco' : 'plain'
}

/** Takes the other editor from now on; `stay` keeps that choice for the reader's next visits. */
export function chooseEditor(kind: EditorKind, { stay }: { stay: boolean }) {
  chosen.value = kind
  if (stay) save('editor', kind)
}
