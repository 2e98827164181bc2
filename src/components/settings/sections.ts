import type { AstroComponentFactory } from 'astro/runtime/server/index.js'
import { msg } from '#i18n/t.ts'
import CodeSection from './code-section.astro'
import EditorSection from './editor-section.astro'
import LookSection from './look-section.astro'
import WorkSection from './work-section.astro'

/** The sections of the settings, in order. A new one is a row here; what it does in the browser is a row of `section-scripts.ts`. */
export const sections: readonly { id: string; title: string; Section: AstroComponentFactory }[] = [
  { id: 'look', title: msg('Look'), Section: LookSection },
  { id: 'editor', title: msg('Editor'), Section: EditorSection },
  { id: 'code', title: msg('Where code goes'), Section: CodeSection },
  { id: 'work', title: msg('Your work'), Section: WorkSection },
]
