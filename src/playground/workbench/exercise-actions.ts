import { pageLanguage } from '#i18n/language.ts'
import { pathIn } from '#i18n/local-path.ts'
import { t } from '#i18n/t.ts'
import type { OpenExercise } from '../exercise/open-exercise.ts'
import { hasTests } from '../program/input-file.ts'
import type { ProgramSession } from '../program/program-session.ts'
import type { EditedFile } from '../program/edited-file.ts'
import { chooseEditor, editorChoice } from '../editor/editor-choice.ts'
import { offerUndo } from '../notices/offer-undo.ts'
import type { Action, BarActions } from './actions.ts'
import { openEmbed, titleOfPage } from './embed/open-embed.ts'
import type * as Sharing from './share/share-lesson.ts'
import type { View } from '../program/view.ts'
import { keysOf } from './keys.ts'
import { openWhereCodeGoes } from './where/open-where.ts'
import { presenting, toggleLayout, togglePresenting } from './layout.ts'
import { exportWork, importWork } from './work-files.ts'

/** How the buttons of a lesson's bar look and are called, whatever they do just then. */
export const barLooks = {
  run: () => ({ id: 'run', title: t('Run') }),
  runBoth: () => ({ id: 'run-both', title: t('Run both') }),
  check: () => ({ id: 'check', title: t('Check'), about: keysOf('check'), look: 'primary' }),
  measure: () => ({ id: 'measure', title: t('Measure'), about: t('what the code of C and Rust weighs') }),
  split: () => ({
    id: 'split',
    title: t('Split'),
    sign: '◫',
    about: t('C and Rust side by side, {keys}', { keys: keysOf('split') }),
  }),
} as const satisfies Record<string, () => Omit<Action, 'callback'>>

/** What the bar of a lesson's workbench offers now. */
export function toActions(open: OpenExercise): BarActions {
  const { c, rust, view, active } = open
  const sides = showsBoth(view) ? [c, rust] : [active.value]
  return {
    run: toRuns(open),
    isRunning: sides.some(({ run }) => run.isOn.value),
    stop: () => sides.forEach(({ run }) => run.stop()),
    buttons: [toCheck(open), ...toMeasure(open), toSplit(view)],
    menu: [
      toResets(open),
      [
        { id: 'solution', title: t('Solution'), callback: () => showSolution(open) },
        {
          id: 'copy-link',
          title: t('Copy link'),
          about: t('with your code'),
          callback: () => void share('copyLessonLink', open),
        },
        {
          id: 'embed',
          title: t('Embed'),
          about: t('in a page of yours'),
          callback: () => void embedLesson(open),
        },
        {
          id: 'playground',
          title: t('Open in the playground'),
          callback: () => void share('openInPlayground', open),
        },
        {
          id: 'workspace',
          title: t('Open in the workspace'),
          about: t('with a terminal'),
          callback: () => void share('openInWorkspace', open),
        },
      ],
      workActions(),
      [toFull(view), presentAction(), editorAction()],
    ],
  }
}

/** A program may have tests of its own beside those of the lesson. */
function toTest({ test, text, file }: ProgramSession): Action[] {
  if (!test || !hasTests(text.value)) return []
  return [
    {
      id: 'test',
      title: t('Test'),
      about: t('each #[test] of {file}', { file }),
      callback: () => void test(),
    },
  ]
}

/** In the split view both sides are in sight, so both are run. */
function toRuns({ view, active, startActive, startBoth }: OpenExercise): Action[] {
  const isSplit = view.layout.value === 'split'
  const key = (isFirst: boolean) => (isFirst ? `, ${keysOf('run')}` : '')
  const one = { ...barLooks.run(), about: `${active.value.file}${key(!isSplit)}`, callback: startActive }
  const both = { ...barLooks.runBoth(), about: t('C and Rust') + key(isSplit), callback: startBoth }
  const tests = toTest(active.value)
  return isSplit ? [both, { ...one, title: t('Run one') }, ...tests] : [one, ...tests, both]
}

function toSplit(view: View): Action {
  const isOn = view.layout.value === 'split'
  return { ...barLooks.split(), isOn, callback: () => toggleLayout(view, 'split') }
}

function toFull(view: View): Action {
  const isOn = view.layout.value === 'full'
  const callback = () => toggleLayout(view, 'full')
  return { id: 'full', title: t('Full window'), about: isOn ? 'Esc' : keysOf('full'), isOn, callback }
}

/** Whether the console shows C and Rust at once. */
export function showsBoth({ both, layout }: View): boolean {
  return both.value || layout.value === 'split'
}

function toCheck({ session }: OpenExercise): Action {
  return {
    ...barLooks.check(),
    isBusy: session.checks.value.kind === 'checking',
    callback: () => void session.check(),
  }
}

/** Of a lesson that measures. */
function toMeasure({ measuring }: OpenExercise): Action[] {
  if (!measuring) return []
  return [
    {
      ...barLooks.measure(),
      isBusy: measuring.state.value.kind === 'measuring',
      callback: () => void measuring.measure(),
    },
  ]
}

function toResets(open: OpenExercise): Action[] {
  const { c, rust, script, view, active } = open
  const shown = view.shown.value === script.file ? script : active.value
  return [
    {
      id: 'reset',
      title: t('Reset {file}', { file: shown.file }),
      callback: () => reset([shown], t('{file} was reset.', { file: shown.file })),
    },
    {
      id: 'reset-all',
      title: t('Reset the lesson'),
      callback: () => reset([c, rust, script], t('The lesson was reset.')),
    },
  ]
}

function reset(files: EditedFile[], what: string) {
  const before = files.map((file) => file.text.peek())
  files.forEach((file) => file.replace(file.given))
  const undo = () => files.forEach((file, index) => file.replace(before[index]!))
  offerUndo(
    what,
    files.map(({ text }) => text),
    undo,
  )
}

function showSolution({ view, rust }: OpenExercise) {
  view.shown.value = rust.file
  view.help.value = { kind: 'solution' }
}

async function embedLesson({ session }: OpenExercise) {
  const path = pathIn(pageLanguage(), `/embed/${session.exercise.slug}/`)
  await openEmbed({ path, fragment: '', title: titleOfPage(), hasSides: true })
}

/** Is loaded when it is asked for: packs code into a link, and unpacks it. */
export async function share(what: keyof typeof Sharing, open: OpenExercise) {
  await (await import('./share/share-lesson.ts'))[what](open)
}

/** Takes the reader's work out of this browser, and brings it in. */
export const workActions = (): Action[] => [
  {
    id: 'export',
    title: t('Export'),
    about: t('all your work, as a file'),
    callback: () => void exportWork(),
  },
  { id: 'import', title: t('Import'), callback: () => void importWork() },
  {
    id: 'where',
    title: t('Where code goes…'),
    about: t('who checks, builds and runs it'),
    callback: () => void openWhereCodeGoes(),
  },
]

/** Has the page presented, and ends that. */
export function presentAction(): Action {
  const action = { id: 'present', callback: togglePresenting }
  if (presenting.value) return { ...action, title: t('Leave the presentation') }
  return { ...action, title: t('Present'), about: t('large code, for a projector') }
}

/** Changes to the other editor. */
export function editorAction(): Action {
  const other = editorChoice.value === 'monaco' ? 'plain' : 'monaco'
  return {
    id: 'editor',
    title: other === 'plain' ? t('Plain editor') : t('Large editor'),
    callback: () => chooseEditor(other, { stay: true }),
  }
}
