import { useState } from 'preact/hooks'
import type { SaveState } from '../../program/autosave.ts'
import type { OpenExercise } from '../../exercise/open-exercise.ts'
import type { EditedFile } from '../../program/edited-file.ts'
import { showToast } from '../../notices/toasts.ts'
import { FileButtons } from './file-buttons.tsx'
import { HintsView } from './hints-view.tsx'
import { SolutionView } from './solution-view.tsx'
import './exercise-footer.css'

/** Help, a way back, and whether the work is saved. */
export function ExerciseFooter({ open }: { open: OpenExercise }) {
  const [solution, setSolution] = useState(false)
  const { rust: program, session } = open
  const edited = fileInSight(open)
  const saved = open.saved[edited.file]!
  const taken = session.hints.value
  return (
    <>
      <HintsView program={program} session={session} />
      {solution && <SolutionView program={program} session={session} close={() => setSolution(false)} />}
      <div class="wb-footer">
        {taken < 3 && (
          <button type="button" class="wb-textbutton" onClick={() => (session.hints.value += 1)}>
            {taken === 0 ? 'Hint' : `Next hint (${taken + 1} of 3)`}
          </button>
        )}
        <button
          type="button"
          class="wb-textbutton"
          aria-expanded={solution}
          onClick={() => ((open.view.shown.value = program.file), setSolution(!solution))}
        >
          Solution
        </button>
        <button type="button" class="wb-textbutton" onClick={() => reset(edited)}>
          Reset
        </button>
        <FileButtons />
        <span class="wb-saved" data-state={saved.value}>
          {saveStateInWords[saved.value]}
        </span>
      </div>
    </>
  )
}

const saveStateInWords: Record<SaveState, string> = {
  'as given': '',
  waiting: 'Saving…',
  saved: 'Saved in this browser',
  full: 'Not saved: this browser’s storage is full. Export your work to keep it.',
  refused: 'Not saved: this browser does not store anything. Export your work to keep it.',
}

/** The file that is shown, or was last shown of those that can be edited. */
function fileInSight({ view, script, active }: OpenExercise): EditedFile {
  return view.shown.value === script.file ? script : active.value
}

function reset(edited: EditedFile) {
  const before = edited.text.peek()
  edited.replace(edited.given)
  showToast(`${edited.file} was reset.`, [{ label: 'Undo', callback: () => edited.replace(before) }])
}
