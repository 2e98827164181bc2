import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Language, SourceFiles } from '#protocol/compile.ts'
import { toBootCommands } from '#protocol/boot-commands.ts'
import { toScript } from '../backends/boot/recorded-boot-client.ts'
import { createServiceBootClient } from '../backends/boot/service-boot-client.ts'
import { retryWhileBusy } from '../backends/compile/retry-while-busy.ts'
import { createServiceCompileClient } from '../backends/compile/service-compile-client.ts'
import { loadRenamed } from '../backends/load-renamed.ts'
import { withPlayground } from '../backends/public/with-playground.ts'
import { createWasmRunner } from '../backends/runners/wasm-runner.ts'
import { serviceBase } from '../backends/service-base.ts'
import { createServiceShellClient } from '../backends/shell/shell-client.ts'
import { createServiceTraceClient } from '../backends/trace/trace-client.ts'
import { autosave, type SaveState } from '../program/autosave.ts'
import { createBootSession } from '../program/boot-session.ts'
import { buildProgram } from '../program/build-program.ts'
import { createEditedFile, type EditedFile } from '../program/edited-file.ts'
import type { EditHistory } from '../program/edit-history.ts'
import { createFileSession } from '../program/file-session.ts'
import { inputFile } from '../program/input-file.ts'
import { createProgramSession, type ProgramSession } from '../program/program-session.ts'
import { createRunSession } from '../program/run-session.ts'
import { createShellSession, type ShellSession } from '../program/shell-session.ts'
import { createView, type View } from '../program/view.ts'
import { createInspectSession, type InspectSession } from './inspect-session.ts'
import { type LessonParts, loadLessonParts, withLessonParts } from './lesson-parts.ts'
import { filesOf, languageOf, languagesOf, type Project, rootOf, scriptFile, shownFiles } from './project.ts'
import { openingOf } from './template-opening.ts'
import { fileKey } from './stored-project.ts'

/** A project that is being worked on. */
export interface OpenProject {
  slug: string
  project: Project
  view: View
  /** The program of each language, C first. */
  sides: ProgramSession[]
  /** Each file in sight as a tab, by its name. */
  files: Map<string, ProgramSession>
  /** Of a driver. */
  script: EditedFile | undefined
  /** The file of a program that was last in sight. */
  active: ReadonlySignal<ProgramSession>
  /** Of a driver that came from a lesson. */
  parts: LessonParts | undefined
  /** Of a driver: what its code has become. */
  inspect: InspectSession | undefined
  saved: Record<string, ReadonlySignal<SaveState>>
  /** The project with its texts as they are now. */
  current(): Project
  startActive(): void
  startBoth(): void
  end(): void
}

/** Opens a project; what is edited is saved under the slug. `before` is the project that was open until now: undo goes on where its texts do. */
export function openProject(project: Project, slug: string, before?: OpenProject): OpenProject {
  const tabs = shownFiles(project)
  const isDriver = project.target === 'kernel'
  const view = createView(
    [...tabs, ...(isDriver ? [scriptFile] : [])].find((file) => file === project.shown) ?? tabs.at(-1)!,
    rootOf(project.target, languagesOf(project).at(-1)!),
    (file) => languageOf(file) === 'c',
  )
  const toFile = (file: string, text: string) =>
    createEditedFile({
      ...{ file, given: text, saved: undefined, shown: view.shown, opening: openingOf(file, text) },
      earlier: historyOf(before, file, text),
    })
  const edited = new Map(tabs.map((file) => [file, toFile(file, project.files[file] ?? '')]))
  const texts = { script: toFile(scriptFile, project.script), input: toFile(inputFile, project.input) }
  const parts = isDriver && project.lesson ? loadLessonParts(project.lesson) : undefined
  const context: Context = {
    ...{ project, view, edited, texts, parts },
    ...(isDriver && { shell: toShell(project, texts.script, parts) }),
  }
  const sides = languagesOf(project).map((language) => createSide(context, language))
  const files = new Map(sides.flatMap(({ files }) => files))
  const programs = sides.map(({ program }) => program)
  const active = signal(files.get(view.shown.peek()) ?? programs.at(-1)!)
  const inspect = isDriver ? createInspectSession(programs, project.variant) : undefined
  const saves = [...edited.values(), isDriver ? texts.script : texts.input].map(
    (file) => [file.file, autosave(fileKey({ slug, target: project.target }, file.file), file)] as const,
  )
  const ends = [
    effect(() => follow(view.shown.value, files, active)),
    ...saves.map(([, { end }]) => end),
    ...(inspect ? [inspect.end] : []),
    ...[...files.values()].filter((file) => !programs.includes(file)).map(({ end }) => end),
    ...programs.map(({ end }) => end),
  ]
  return {
    ...{ slug, project, view, sides: programs, files, active, parts, inspect },
    script: isDriver ? texts.script : undefined,
    saved: Object.fromEntries(saves.map(([file, { state }]) => [file, state])),
    current: () => readTexts(context),
    startActive() {
      view.both.value = false
      void active.peek().start()
    },
    startBoth() {
      view.both.value = true
      void Promise.all(programs.map((program) => program.start()))
    },
    end: () => ends.forEach((end) => end()),
  }
}

function historyOf(before: OpenProject | undefined, file: string, text: string): EditHistory | undefined {
  const edited = file === scriptFile ? before?.script : before?.files.get(file)
  return edited?.text.peek() === text ? edited.history : undefined
}

interface Context {
  project: Project
  view: View
  edited: Map<string, EditedFile>
  texts: Record<'script' | 'input', EditedFile>
  parts: LessonParts | undefined
  /** Of a driver: one for both languages. */
  shell?: ShellSession
}

interface Side {
  program: ProgramSession
  files: [string, ProgramSession][]
}

function createSide(context: Context, language: Language): Side {
  const { project, view, edited } = context
  const [root, ...others] = filesOf(project, language).map((file) => edited.get(file)!)
  const beside = computed<SourceFiles>(() =>
    Object.fromEntries(others.map(({ file, text }) => [file, text.value])),
  )
  const program = createProgramSession({
    ...{ edited: root!, view, others: {}, beside, loadRenamed, neighbours: edited },
    ...toMeans(context, language),
  })
  const files = others.map((other): [string, ProgramSession] => [
    other.file,
    createFileSession(program, other, view),
  ])
  return { program, files: [[root!.file, program], ...files] }
}

/** What a program of that language is compiled for, and run by. */
function toMeans({ project, texts, parts, shell }: Context, language: Language) {
  const { target, variant, edition } = project
  const base = serviceBase()
  const compileClient = withPlayground(retryWhileBusy(createServiceCompileClient(base)))
  if (target === 'userspace') {
    const run = createRunSession({
      runner: createWasmRunner(),
      build: (source, signal) => buildProgram(compileClient, { ...source, edition }, signal),
      traceClient: createServiceTraceClient(base),
      input: () => texts.input.text.peek(),
    })
    return { compileClient, run, aim: { target, language, edition }, input: texts.input }
  }
  const bootClient = createServiceBootClient(base)
  const run = createBootSession(parts ? withLessonParts(bootClient, parts) : bootClient, (files) => ({
    ...{ language, variant, files },
    script: toScript(texts.script.text.peek()),
  }))
  return { compileClient, run, ...(shell && { shell }), aim: { target, language, variant } }
}

function toShell({ variant }: Project, script: EditedFile, parts: LessonParts | undefined): ShellSession {
  const commands = () => [...new Set(toBootCommands(script.text.peek()))]
  return createShellSession({
    ...{ client: createServiceShellClient(serviceBase()), commands },
    aim: { variant },
    ...(parts && { companions: parts.companions }),
  })
}

function follow(shown: string, files: Map<string, ProgramSession>, active: Signal<ProgramSession>) {
  const file = files.get(shown)
  if (file) active.value = file
}

/** Files of the language that is not in sight stay as they are. */
function readTexts({ project, view, edited, texts }: Context): Project {
  const now = [...edited].map(([file, { text }]) => [file, text.peek()])
  return {
    ...project,
    files: { ...project.files, ...(Object.fromEntries(now) as SourceFiles) },
    script: texts.script.text.peek(),
    input: texts.input.text.peek(),
    shown: view.shown.peek(),
  }
}
