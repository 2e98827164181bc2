import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '#i18n/t.ts'
import type { BarActions } from './actions.ts'
import { coverPage } from './cover-page.ts'
import { holdFocus } from './hold-focus.ts'
import { leaveByEscape } from './leave-by-escape.ts'
import { followLayout, leaveLayout, toggleLayout } from './layout.ts'
import { onShortcut, type ShortcutTargets } from './shortcuts.ts'
import type { OpenExercise } from '../exercise/open-exercise.ts'
import type { ProgramSession } from '../program/program-session.ts'
import { chooseSide } from './embed/choose-side.ts'
import { followPageLink } from './follow-page-link.ts'
import { forFrame } from './embed/for-frame.ts'
import { useHeldCode } from './embed/use-held-code.ts'
import type { NextLesson } from './panels/checks-panel.tsx'
import { type Later, toEarlyActions } from './early-actions.ts'
import { share, showsBoth, toActions } from './exercise-actions.ts'
import { ActionBar } from './panels/action-bar.tsx'
import { Announcer } from './panels/announcer.tsx'
import { EarlyOutput } from './panels/early-output.tsx'
import { EditorKeys, EditorLine } from './panels/editor-line.tsx'
import { FileTabs, type ReadOnly } from './panels/file-tabs.tsx'
import { GivenFiles } from './panels/given-files.tsx'
import { OutputPanels } from './panels/output-panels.tsx'
import { PlainCode } from './panels/plain-code.tsx'
import { PrintedCode } from './panels/printed-code.tsx'
import { ToastArea } from './panels/toast-area.tsx'
import { givenTab, toReadFiles } from './to-read-files.ts'
import { useExercise } from './use-exercise.ts'
import { walkOrAsk } from './walk-or-ask.ts'
import './full-window.css'
import './answers.css'
import './workbench.css'

interface Props {
  slug: string
  /** Name of the edited file. */
  root?: string
  /** Names of the files that are only read. */
  readFiles?: readonly string[]
  /** The lesson weighs code. */
  measures?: boolean
  next?: NextLesson
  /** The page already shows what rustc says of the start: it is checked without being asked. */
  checksStart?: boolean
  /** The workbench is a page of its own, for a frame: as high as what it shows, with fewer actions. */
  embedded?: boolean
  /** The start of the exercise, highlighted. */
  children?: ComponentChildren
  /** The C driver, highlighted. */
  driver?: ComponentChildren
}

/** The workbench of a lesson: edit C and Rust, see what compiler and kernel say in the code, run both, have the Rust checked. */
export default function Workbench(props: Props) {
  const { slug, root = 'main.rs', readFiles = [], next, children, driver } = props
  const { checksStart = false, measures = false, embedded = false } = props
  const loading = useExercise(slug, !checksStart)
  const open = loading.kind === 'open' ? loading.open : undefined
  const section = useRef<HTMLElement>(null)
  const layout = open?.view.layout.value ?? 'page'
  const later = useLater(open)
  useEffect(() => holdFocus(section.current!), [])
  usePlace(open, embedded)
  useEffect(
    () => void (open && /^#(work|edits)/.test(location.hash) && share('offerLinkedLesson', open)),
    [open],
  )
  useEffect(() => (layout === 'page' ? undefined : coverPage(section.current!)), [layout])
  useEffect(() => open && [open.c, open.rust].forEach(({ navigator }) => navigator.showCurrent()), [layout])
  useEffect(() => (layout === 'page' || !open ? undefined : takeKeysOfPage(open)), [layout, open])
  useEffect(() => (layout !== 'page' && open ? leaveByEscape(toFullWindow(open)) : undefined), [layout, open])
  return (
    <section
      ref={section}
      class={toClass(embedded)}
      data-layout={layout}
      aria-label={t('Workbench')}
      onClick={(event) => open && followPageLink(event, open.view)}
      onKeyDownCapture={(event) => open && onShortcut(event, toTargets(open, embedded))}
    >
      <FileTabs {...{ open, root, driver, readFiles }} rust={children} read={toReadOnly(open)}>
        {loading.kind !== 'failed' && (
          <ActionBar {...toBar(open, () => toEarlyActions(later, root, measures), embedded)} />
        )}
      </FileTabs>
      {loading.kind === 'failed' && <Failed retry={loading.retry} />}
      {loading.kind === 'loading' && <EditorLine program={undefined}>{null}</EditorLine>}
      {open && <Line {...{ open, embedded }} />}
      <ToastArea />
      {loading.kind === 'loading' && (
        <EarlyOutput isDriver={root === 'driver.rs'} {...{ checksStart, later }} />
      )}
      {open && <Output open={open} next={next} />}
      <Announcer program={open?.active.value} />
    </section>
  )
}

/** The address may say which side is in sight. In the page the reader's layout holds; in a frame the link to the course holds the code. */
function usePlace(open: OpenExercise | undefined, embedded: boolean) {
  useHeldCode(open, embedded && open ? ({ holdLesson }) => holdLesson(open) : undefined)
  useEffect(() => {
    if (!open) return
    chooseSide(open)
    return embedded ? undefined : followLayout(open.view)
  }, [open])
}

/** Beside the text it is as high as the window; in a frame, the other way round, the window is as high as it. */
function toClass(embedded: boolean): string {
  return embedded ? 'workbench' : 'workbench wb-fixed'
}

function toBar(open: OpenExercise | undefined, toEarly: () => BarActions, embedded: boolean): BarActions {
  const actions = open ? toActions(open) : toEarly()
  return embedded ? forFrame(actions) : actions
}

/** What the reader asks for before the exercise is there is done once it is. */
function useLater(open: OpenExercise | undefined): Later {
  const wishes = useRef<((open: OpenExercise) => void)[]>([])
  useEffect(() => {
    if (open) wishes.current.splice(0).forEach((wish) => wish(open))
  }, [open])
  return (wish) => () => void wishes.current.push(wish)
}

function toTargets(open: OpenExercise, embedded = false): ShortcutTargets {
  const { view, session } = open
  return {
    start: view.layout.peek() === 'split' ? open.startBoth : open.startActive,
    session,
    navigator: navigatorInSight(open),
    own: { goToLine: toGoToLine(open.active.peek()) },
    ...(!embedded && { toggleLayout: (to: 'full' | 'split') => toggleLayout(view, to) }),
  }
}

/** Where the workbench covers the page, what nothing has the focus for is for it. */
function takeKeysOfPage(open: OpenExercise): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== document.body) return
    onShortcut(event, toTargets(open))
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

function toFullWindow({ view, active }: OpenExercise) {
  return { editor: () => active.peek().editor.peek(), leave: () => leaveLayout(view) }
}

/** Nothing while no editor has the focus: the browser has a use for the key. */
function toGoToLine(program: ProgramSession): (() => void) | undefined {
  if (!program.editor.peek()?.hasFocus()) return undefined
  return () => void import('./go-to-line.ts').then(({ goToLine }) => goToLine(program))
}

/** None while boot.sh or the tests are in sight. */
function navigatorInSight({ active, view }: OpenExercise) {
  const program = active.peek()
  return view.shown.peek() === program.file ? walkOrAsk(program) : undefined
}

function Line({ open, embedded }: { open: OpenExercise; embedded: boolean }) {
  const { active, script, view, saved } = open
  const shown = view.shown.value
  const program = shown === active.value.file ? active.value : undefined
  return (
    <EditorLine program={program} saved={saved[shown]?.value} embedded={embedded}>
      {shown === script.file ? (
        t('One whole command a line, run as root once the kernel is up; the module is driver.ko.')
      ) : (
        <EditorKeys program={program} />
      )}
    </EditorLine>
  )
}

function Output({ open, next }: { open: OpenExercise; next: NextLesson | undefined }) {
  const { active, c, rust, session, measuring, view } = open
  return (
    <>
      <OutputPanels
        program={active.value}
        solvedOn={rust}
        session={session}
        measuring={measuring}
        {...(showsBoth(view) && { sides: [c, rust] })}
        {...(next && { next })}
      />
      <PrintedCode file={rust.file} given={rust.given} toOwn={() => rust.text.peek()} />
    </>
  )
}

/** What decides that the exercise is solved, a tab each, and what it brings besides the drivers, in one. */
function toReadOnly(open: OpenExercise | undefined): ReadOnly[] {
  if (!open) return []
  const { checks, given } = toReadFiles(open.session.exercise)
  const tabs = Object.entries(checks).map(([file, text]) => ({
    file,
    code: <PlainCode {...{ file, text }} />,
  }))
  return Object.keys(given).length === 0
    ? tabs
    : [...tabs, { file: givenTab, code: <GivenFiles files={given} /> }]
}

function Failed({ retry }: { retry: () => void }) {
  return (
    <p class="wb-status wb-failed" role="status">
      {t('The exercise did not load. The text and code of this page are all here.')}{' '}
      <button type="button" class="wb-button" onClick={retry}>
        {t('Try again')}
      </button>
    </p>
  )
}
