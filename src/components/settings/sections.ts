import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import CodeSection from './code-section.astro'
import EditorSection from './editor-section.astro'
import LookSection from './look-section.astro'
import WorkSection from './work-section.astro'

/** The sections of the settings, in order. A new one is a row here; what it does in the browser is a row of `section-scripts.ts`. */
export const sections: readonly { id: string; title: string; Section: AstroComponentFactory }[] = [
  { id: 'look', title: 'Look', Section: LookSection },
  { id: 'editor', title: 'Editor', Section: EditorSection },
  { id: 'code', title: 'Where code goes', Section: CodeSection },
  { id: 'work', title: 'Your work', Section: WorkSection },
]
