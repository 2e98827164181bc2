import type { ComponentChildren } from 'preact'
import { t, tn } from '#i18n/t.ts'
import { tParts } from '#i18n/t-parts.ts'
import type { SaveState } from '../../program/autosave.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { applicableFixes } from '../../program/quick-fix.ts'
import { isLeftOut } from '../embed/left-out.ts'
import { keysOf } from '../keys.ts'

import './editor-line.css'

interface Props {
  children: ComponentChildren
  /** The program in sight. */
  program: ProgramSession | undefined
  /** Whether the file in sight is saved; absent where files are not. */
  saved?: SaveState | undefined
  /** There is a link to the course beside, and no menu that exports. */
  embedded?: boolean
}

/** One line below the code: what the keys do now, whether the work is saved, and which compiler answered last. */
export function EditorLine({ children, program, saved = 'as given', embedded = false }: Props) {
  const isUnsaved = saved === 'full' || saved === 'refused'
  return (
    <div class="wb-line">
      <p class="wb-hint">{children}</p>
      <span class="wb-saved" data-state={saved}>
        {embedded && isUnsaved ? unsavedInFrame() : describeSaved(saved)}
      </span>
      <Toolchain program={program} />
    </div>
  )
}

/** What the keys do in the editor of a program. */
export function EditorKeys({ program }: { program: ProgramSession | undefined }) {
  const editor = program?.editor.value
  if (!program || editor?.kind !== 'monaco') return null
  const folded = editor.folded?.value ?? 0
  return (
    <>
      {editor.isEditing?.value
        ? tParts('{tab} indents; {esc}, then {tab} leaves', { tab, esc: <kbd>Esc</kbd> })
        : tParts('{tab} leaves until you type', { tab })}
      {program.navigator.steps.value.length > 0 && (
        <>; {tParts('{key} next step', { key: <kbd>{keysOf('nextStep')}</kbd> })}</>
      )}
      {hasFix(program) && <>, {tParts('{key} fixes', { key: <kbd>{keysOf('fix')}</kbd> })}</>}
      {folded > 0 && (
        <>
          ;{' '}
          <button type="button" class="wb-textbutton" onClick={() => (editor.unfold?.(), editor.focus())}>
            {tn('show the folded line', 'show {count} folded lines', { count: folded })}
          </button>
        </>
      )}
    </>
  )
}

const tab = <kbd>Tab</kbd>

/** Whether Ctrl+. has something to offer. */
function hasFix(program: ProgramSession): boolean {
  if (program.check.value.kind !== 'answered') return false
  return program.navigator.stories.value.some(({ fixes }) => applicableFixes(program, fixes).length > 0)
}

function describeSaved(state: SaveState): string {
  switch (state) {
    case 'as given':
      return ''
    case 'waiting':
      return t('Saving…')
    case 'saved':
      return t('Saved in this browser')
    case 'full':
      return t('Not saved: this browser’s storage is full. Export your work to keep it.')
    case 'refused':
      return t('Not saved: this browser does not store anything. Export your work to keep it.')
  }
}

/** Browsers store nothing, or little, for a page in a frame of another site. */
function unsavedInFrame(): string {
  return isLeftOut.value
    ? t('Not saved: this browser stores nothing here. Copy your code to keep it.')
    : t('Not saved: this browser stores nothing here. «Open in the course» takes your code along.')
}

/** Which compiler answered last, and for which kernel. */
function Toolchain({ program }: { program: ProgramSession | undefined }) {
  const state = program?.check.value
  const answer = state?.kind === 'answered' ? state.answer : undefined
  const result = answer?.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  if (!result) return null
  return <span class="wb-toolchain">{result.toolchain.split(', ').reverse().join(' · ')}</span>
}
