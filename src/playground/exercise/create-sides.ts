import { toBootCommands } from '#protocol/boot-commands.ts'
import type { Language } from '#protocol/compile.ts'
import { sitePath } from '#protocol/site-path.ts'
import { type ProgramSession, createProgramSession } from '../program/program-session.ts'
import { createBootSession } from '../program/boot-session.ts'
import { buildProgram } from '../program/build-program.ts'
import type { ExerciseTools } from './exercise-tools.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { toScript } from '../backends/boot/recorded-boot-client.ts'
import { loadRenamed } from '../backends/load-renamed.ts'
import type { ProvenExercise } from '../backends/proven-exercise.ts'
import { createShellSession, type ShellSession } from '../program/shell-session.ts'
import { createRunSession, type RunTools } from '../program/run-session.ts'
import { withRecordedRuns } from './trials/with-trials.ts'
import { inputFile } from '../program/input-file.ts'
import { createEditedFile, type EditedFile } from '../program/edited-file.ts'
import type { View } from '../program/view.ts'

/** The two drivers of an exercise, and the commands that both are given in the kernel. */
export interface Sides {
  c: ProgramSession
  rust: ProgramSession
  script: EditedFile
}

/** Creates a session for each side; `waits`: the Rust is not checked as long as it is the start. The C is checked once it is in sight. */
export function createSides(tools: ExerciseTools, view: View, waits: boolean): Sides {
  const { exercise } = tools
  const script = toEditedFile(exercise, view, { file: 'boot.sh', given: exercise.boot })
  const shell = toShellSession(tools, script)
  const c = createC(tools, view, { script, shell })
  return { c, rust: createRust(tools, view, { script, shell, waits }), script }
}

/** Gives the name under which a file of an exercise is saved: for its Rust, that of the exercise. */
export function storageKey({ slug, root, savedAs = slug }: ProvenExercise, file: string): string {
  return file === root ? savedAs : `${savedAs}/${file}`
}

/** What both sides have. */
interface Shared {
  script: EditedFile
  shell: ShellSession
}

function createC(tools: ExerciseTools, view: View, { script, shell }: Shared): ProgramSession {
  const { exercise, compileClient } = tools
  return createProgramSession({
    edited: toEditedFile(exercise, view, { file: 'driver.c', given: exercise.driver }),
    ...{ view, others: exercise.headers ?? {}, compileClient, loadRenamed, waits: true },
    aim: { target: 'kernel', language: 'c', variant: exercise.variant },
    run: toBootSession(tools, 'c', script),
    shell,
  })
}

function createRust(
  tools: ExerciseTools,
  view: View,
  { script, shell, waits }: Shared & { waits: boolean },
): ProgramSession {
  const { exercise, compileClient } = tools
  const { target, variant, start, root } = exercise
  const { [root]: given = '', ...others } = start
  const edited = toEditedFile(exercise, view, { file: root, given })
  const isDriver = target === 'kernel'
  const input = toEditedFile(exercise, view, { file: inputFile, given: '' })
  return createProgramSession({
    ...{ edited, view, others, compileClient, loadRenamed },
    ...(!isDriver && { input }),
    waits: waits && edited.text.peek() === given,
    aim: { target, language: 'rust', ...(isDriver && { variant }) },
    run: isDriver ? toBootSession(tools, 'rust', script) : toRunSession(tools, input),
    ...(isDriver && { shell }),
  })
}

function toEditedFile(
  exercise: ProvenExercise,
  { shown }: View,
  options: { file: string; given: string },
): EditedFile {
  return createEditedFile({
    ...options,
    shown,
    ...(exercise.opening[options.file] && { opening: exercise.opening[options.file]! }),
    saved: readSavedCode(storageKey(exercise, options.file))?.text,
  })
}

function toBootSession(
  { bootClient, exercise: { variant, companions } }: ExerciseTools,
  language: Language,
  script: EditedFile,
) {
  return createBootSession(bootClient, (files) => ({
    ...{ language, variant, files, ...companions },
    script: toScript(script.text.peek()),
  }))
}

function toShellSession(
  { shellClient, exercise: { slug, variant, companions, shellCommands } }: ExerciseTools,
  script: EditedFile,
): ShellSession {
  const commands = () => [...new Set(toBootCommands(script.text.peek()))]
  return createShellSession({
    ...{ client: shellClient, aim: { variant, ...companions }, commands },
    ...(shellCommands !== undefined && { recorded: sitePath(`/${slug}/shell.cast`) }),
  })
}

function toRunSession({ compileClient, ...tools }: ExerciseTools, { text }: EditedFile) {
  const input = () => text.peek()
  const build = (...[source, signal]: Parameters<RunTools['build']>) =>
    buildProgram(compileClient, source, signal)
  return createRunSession({ ...tools, build: withRecordedRuns(tools.exercise, build, input), input })
}
