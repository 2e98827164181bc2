import type { ComponentChildren } from 'preact'
import type { SaveState } from '../../program/autosave.ts'
import type { ProgramSession } from '../../program/program-session.ts'
import { applicableFixes } from '../../program/quick-fix.ts'
import { keysOf } from '../keys.ts'
import './editor-line.css'

interface Props {
  children: ComponentChildren
  /** The program in sight. */
  program: ProgramSession | undefined
  /** Whether the file in sight is saved; absent where files are not. */
  saved?: SaveState | undefined
}

/** One line below the code: what the keys do now, whether the work is saved, and which compiler answered last. */
export function EditorLine({ children, program, saved = 'as given' }: Props) {
  return (
    <div class="wb-line">
      <p class="wb-hint">{children}</p>
      <span class="wb-saved" data-state={saved}>
        {saveStateInWords[saved]}
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
      {editor.isEditing?.value ? (
        <>
          <kbd>Tab</kbd> indents; <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves
        </>
      ) : (
        <>
          <kbd>Tab</kbd> leaves until you type
        </>
      )}
      ; <kbd>{keysOf('nextStep')}</kbd> next step
      {hasFix(program) && (
        <>
          , <kbd>{keysOf('fix')}</kbd> fixes
        </>
      )}
      {folded > 0 && (
        <>
          ;{' '}
          <button type="button" class="wb-textbutton" onClick={() => (editor.unfold?.(), editor.focus())}>
            show {folded} folded lines
          </button>
        </>
      )}
    </>
  )
}

/** Whether Ctrl+. has something to offer. */
function hasFix(program: ProgramSession): boolean {
  if (program.check.value.kind !== 'answered') return false
  return program.navigator.stories.value.some(({ fixes }) => applicableFixes(program, fixes).length > 0)
}

const saveStateInWords: Record<SaveState, string> = {
  'as given': '',
  waiting: 'Saving…',
  saved: 'Saved in this browser',
  full: 'Not saved: this browser’s storage is full. Export your work to keep it.',
  refused: 'Not saved: this browser does not store anything. Export your work to keep it.',
}

/** Which compiler answered last, and for which kernel. */
function Toolchain({ program }: { program: ProgramSession | undefined }) {
  const state = program?.check.value
  const answer = state?.kind === 'answered' ? state.answer : undefined
  const result = answer?.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  if (!result) return null
  return <span class="wb-toolchain">{result.toolchain.split(', ').reverse().join(' · ')}</span>
}
