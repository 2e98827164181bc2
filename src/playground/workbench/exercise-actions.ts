import type { OpenExercise } from '../exercise/open-exercise.ts'
import { hasTests } from '../program/input-file.ts'
import type { ProgramSession } from '../program/program-session.ts'
import type { EditedFile } from '../program/edited-file.ts'
import { chooseEditor, editorChoice } from '../editor/editor-choice.ts'
import { showToast } from '../notices/toasts.ts'
import type { Action, BarActions } from './actions.ts'
import { copyLink } from './copy-link.ts'
import { exportWork, importWork } from './work-files.ts'

/** What the bar of a lesson's workbench offers now. */
export function toActions(open: OpenExercise): BarActions {
  const { c, rust, view, active } = open
  const sides = view.both.value ? [c, rust] : [active.value]
  return {
    run: [
      { id: 'run', title: 'Run', about: `${active.value.file}, Ctrl+Enter`, callback: open.startActive },
      ...toTest(active.value),
      { id: 'run-both', title: 'Run both', about: 'C and Rust', callback: open.startBoth },
    ],
    isRunning: sides.some(({ run }) => run.isOn.value),
    stop: () => sides.forEach(({ run }) => run.stop()),
    buttons: [toCheck(open)],
    menu: [
      toResets(open),
      [
        { id: 'solution', title: 'Solution', callback: () => showSolution(open) },
        { id: 'copy-link', title: 'Copy link', about: 'to this lesson', callback: copyLessonLink },
      ],
      workActions,
      [editorAction()],
    ],
  }
}

/** A program may have tests of its own beside those of the lesson. */
function toTest({ test, text, file }: ProgramSession): Action[] {
  if (!test || !hasTests(text.value)) return []
  return [{ id: 'test', title: 'Test', about: `each #[test] of ${file}`, callback: () => void test() }]
}

function toCheck({ session }: OpenExercise): Action {
  return {
    id: 'check',
    title: 'Check',
    about: 'Ctrl+Shift+Enter',
    isBusy: session.checks.value.kind === 'checking',
    look: 'primary',
    callback: () => void session.check(),
  }
}

function toResets(open: OpenExercise): Action[] {
  const { c, rust, script, view, active } = open
  const shown = view.shown.value === script.file ? script : active.value
  return [
    { id: 'reset', title: `Reset ${shown.file}`, callback: () => reset([shown], shown.file) },
    { id: 'reset-all', title: 'Reset the lesson', callback: () => reset([c, rust, script], 'The lesson') },
  ]
}

function reset(files: EditedFile[], what: string) {
  const before = files.map((file) => file.text.peek())
  files.forEach((file) => file.replace(file.given))
  const undo = () => files.forEach((file, index) => file.replace(before[index]!))
  showToast(`${what} was reset.`, [{ label: 'Undo', callback: undo }])
}

function showSolution({ view, rust }: OpenExercise) {
  view.shown.value = rust.file
  view.help.value = { kind: 'solution' }
}

function copyLessonLink() {
  const { origin, pathname, search } = location
  void copyLink(`${origin}${pathname}${search}`, 'It leads to this lesson; your code stays here.')
}

/** Takes the reader's work out of this browser, and brings it in. */
export const workActions: Action[] = [
  { id: 'export', title: 'Export', about: 'all your work, as a file', callback: () => void exportWork() },
  { id: 'import', title: 'Import', callback: importWork },
]

/** Changes to the other editor. */
export function editorAction(): Action {
  const other = editorChoice.value === 'monaco' ? 'plain' : 'monaco'
  return {
    id: 'editor',
    title: other === 'plain' ? 'Plain editor' : 'Large editor',
    callback: () => chooseEditor(other, { stay: true }),
  }
}
