import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CompileRequest, CompileResult, Language, SourceFiles } from '#protocol/compile.ts'
import type { Diagnostic } from '#protocol/diagnostic.ts'
import type { KernelReport } from '#protocol/kernel-report.ts'
import type { RenamedRow } from '#protocol/renamed-row.ts'
import { toCrash } from '#story/crash.ts'
import { compilerOf } from '#story/diagnostic-source.ts'
import { toStories } from '#story/to-story.ts'
import type { BootSession } from './boot-session.ts'
import { type CheckLoop, type CheckState, createCheckLoop } from './check-loop.ts'
import { bringFirstIntoSight } from './first-in-sight.ts'
import { isSameSource } from '../backends/is-same-source.ts'
import { onWindow } from './on-window.ts'
import type { CompileClient } from '../backends/compile/compile-client.ts'
import { whereChanged } from '../storage/where-code-goes.ts'
import type { LoadRenamed } from '../backends/load-renamed.ts'
import { createStoryNavigator, type StoriesOfText, type StoryNavigator } from './story-navigator.ts'
import type { RunSession } from './run-session.ts'
import type { ShellSession } from './shell-session.ts'
import type { EditedFile } from './edited-file.ts'
import { type Help, isShown, type Panel, type PointedDuty, type View } from './view.ts'

/** A program that the reader edits: its text, what the compiler says of it, and its last run. */
export interface ProgramSession extends EditedFile {
  language: Language
  check: ReadonlySignal<CheckState>
  /** Of the last answer; empty where it was no result. */
  diagnostics: ReadonlySignal<Diagnostic[]>
  /** What was found out by running the text as it is now, each place once; empty once the text was edited. */
  found: ReadonlySignal<Diagnostic[]>
  /** Of all that is told: the stories of the run first, then the compiler's. */
  navigator: StoryNavigator
  run: RunSession | BootSession
  /** A shell in a kernel with this driver; undefined for a program, which has none. */
  shell?: ShellSession
  /** The files beside it that can be gone to, by their names. */
  neighbours?: ReadonlyMap<string, EditedFile>
  /** What the program is to find on standard input; undefined for a driver, which has none. */
  input?: EditedFile
  /** The text is not the one that was last run. */
  isChanged: ReadonlySignal<boolean>
  /** The last run came to nothing, as the compiler refused another text. */
  wasRefused: ReadonlySignal<boolean>
  panel: Signal<Panel>
  /** What lies over the results. */
  help: Signal<Help | undefined>
  /** The duty that is pointed at on this side or the other; undefined where only one is in sight. */
  duty: ReadonlySignal<PointedDuty | undefined>
  pointAtDuty(duty: PointedDuty | undefined): void
  /** The program with its texts as they are now. */
  files(): SourceFiles
  /** The same, to be followed. */
  sources: ReadonlySignal<SourceFiles>
  /** What is told of one of its files, and the text that this is about. */
  storiesOf(file: string): StoriesOfText
  /** Brings the console into sight, and builds and runs the text as it is now. */
  start(): Promise<void>
  /** The same for the tests in the program; undefined for a driver. */
  test?: () => Promise<void>
  checkAgain(): void
  /** Brings the first step of what is told into sight, also where nothing new is. */
  showFirst(): void
  /** Asks clippy; its answer stands until the next edit. */
  lint(): void
  end(): void
}

/** What a program session is made of. */
export interface ProgramSessionOptions {
  edited: EditedFile
  view: View
  /** The files beside the edited one. */
  others: SourceFiles
  /** Those beside it that are edited as well. */
  beside?: ReadonlySignal<SourceFiles>
  compileClient: CompileClient
  /** What the program is compiled for. */
  aim: Pick<CompileRequest, 'target' | 'language' | 'variant' | 'edition'>
  run: RunSession | BootSession
  /** Is asked for what took the place of old APIs when a driver is first refused. */
  loadRenamed?: LoadRenamed
  shell?: ShellSession
  input?: EditedFile
  neighbours?: ReadonlyMap<string, EditedFile>
  /** The first text is not checked before the reader does something; else it is checked at once. */
  waits?: boolean
}

/** Sets a program up for editing: from now on, until `end`, it is checked after each edit. */
export function createProgramSession({
  edited,
  view,
  others,
  beside,
  compileClient,
  aim,
  run,
  loadRenamed,
  shell,
  input,
  neighbours,
  waits,
}: ProgramSessionOptions): ProgramSession {
  const { file, text } = edited
  const files = computed<SourceFiles>(() => ({ ...others, ...beside?.value, [file]: text.value }))
  const loop = createCheckLoop(compileClient, (files, action) => ({ ...aim, action, files }))
  const checkAgain = () => loop.check(files.peek())
  const diagnosed = signal<DiagnosedFiles>({ diagnostics: none, files: files.peek() })
  const diagnostics = computed(() => diagnosed.value.diagnostics)
  const renamed = signal<readonly RenamedRow[]>(none)
  const started = signal(files.peek())
  const isChanged = computed(() => !isSameSource(started.value, files.value))
  const inShell = computed(() => shell?.reportsAbout({ language: aim.language, files: files.value }) ?? none)
  const found = computed(() => toFindings(isChanged.value ? undefined : run, inShell.value))
  const told = computed(() => (found.value.length > 0 ? files.value : diagnosed.value.files))
  function storiesOf(file: string): StoriesOfText {
    const stories = computed(() => [
      ...toStories({ file, source: run.kind === 'boot' ? 'kernel' : 'browser', diagnostics: found.value }),
      ...toStories({
        ...{ file, source: compilerOf(aim.language), diagnostics: diagnostics.value },
        ...{ text: diagnosed.value.files[file] ?? '', renamed: renamed.value },
      }),
    ])
    return { stories, text: computed(() => told.value[file] ?? '') }
  }
  const own = storiesOf(file)
  const navigator = createStoryNavigator(own, edited)
  if (!waits) checkAgain()
  /** Gives the files as they are run. */
  function show(): SourceFiles {
    view.panel.value = 'console'
    view.help.value = undefined
    started.value = files.peek()
    return started.peek()
  }
  const sight = bringFirstIntoSight(edited, {
    stories: own.stories,
    isShown: computed(() => isShown(view, file)),
    runs: computed(() => [started.value, shell?.isOn.value]),
  })
  const ends = [
    checkEdits(files, loop),
    effect(() => takeDiagnostics(loop.state.value, diagnosed, files.peek())),
    effect(() => takeResult(run.compiled.value, { loop, isStale: isChanged.peek.bind(isChanged) })),
    effect(() => {
      if (isRefusedDriver(diagnostics.value, aim)) void takeRenamed(renamed, loadRenamed)
    }),
    sight.end,
    onWindow('online', checkAgain),
    onWindow(whereChanged, checkAgain),
    navigator.end,
    loop.end,
    run.stop,
    () => shell?.close(),
  ]
  return {
    ...edited,
    ...{
      run,
      checkAgain,
      showFirst: sight.again,
      diagnostics,
      language: aim.language,
      panel: view.panel,
      help: view.help,
    },
    check: loop.state,
    duty: computed(() => (view.layout.value === 'split' ? view.duty.value : undefined)),
    pointAtDuty(duty) {
      const now = view.duty.peek()
      if (now?.name !== duty?.name || now?.hasCursor !== duty?.hasCursor) view.duty.value = duty
    },
    ...{ isChanged, found, navigator },
    wasRefused: computed(() => isChanged.value && run.compiled.value?.outcome === 'rejected'),
    ...(input && { input }),
    ...(shell && { shell }),
    ...(neighbours && { neighbours }),
    ...{
      storiesOf,
      sources: files,
      files: files.peek.bind(files),
      lint: () => loop.check(files.peek(), 'lint'),
    },
    start: () => run.start(show()),
    ...(run.kind === 'program' && { test: () => run.test(show()) }),
    end: () => ends.forEach((end) => end()),
  }
}

function checkEdits(files: ReadonlySignal<SourceFiles>, loop: CheckLoop): () => void {
  let checked = files.peek()
  return effect(() => {
    if (files.value === checked) return
    checked = files.value
    loop.edited(checked)
  })
}

/** What the compiler said, and of which texts. */
interface DiagnosedFiles {
  diagnostics: Diagnostic[]
  files: SourceFiles
}

/** Those of the last answer stay in sight while the next is awaited. */
function takeDiagnostics(state: CheckState, diagnosed: Signal<DiagnosedFiles>, files: SourceFiles) {
  if (state.kind !== 'answered') return
  const { answer } = state
  const result = answer.kind === 'result' && answer.result.outcome !== 'stopped' ? answer.result : undefined
  diagnosed.value = { diagnostics: [...(result?.diagnostics ?? [])], files }
}

/** Some errors come only when code is generated, so a check does not know them; those of an older text are left out. */
function takeResult(
  result: CompileResult | undefined,
  { loop, isStale }: { loop: CheckLoop; isStale: () => boolean },
) {
  if (result && !isStale()) loop.take({ kind: 'result', result })
}

/** A program in user space uses nothing of the kernel's. */
function isRefusedDriver(diagnostics: Diagnostic[], { target }: ProgramSessionOptions['aim']): boolean {
  return target === 'kernel' && diagnostics.some(({ severity }) => severity === 'error')
}

async function takeRenamed(renamed: Signal<readonly RenamedRow[]>, load: LoadRenamed | undefined) {
  if (renamed.peek().length > 0) return
  const rows = await load?.()
  if (rows) renamed.value = rows
}

/** Of a run that is not about the text as it is now, nothing is told. */
function toFindings(run: RunSession | BootSession | undefined, inShell: KernelReport[]): Diagnostic[] {
  if (run?.kind === 'program') return run.faults.value
  return withoutRepeats([...inShell, ...(run?.reports.value ?? none)]).map(toCrash)
}

/** A driver that is loaded twice is reported twice. */
function withoutRepeats(reports: KernelReport[]): KernelReport[] {
  const toPlaces = ({ spans }: KernelReport) =>
    JSON.stringify(spans.map(({ start, label }) => [start, label]))
  const places = reports.map(toPlaces)
  return reports.filter((report, index) => places.indexOf(toPlaces(report)) === index)
}

/** In an edited text the positions of a report would be wrong. */
const none: never[] = []
