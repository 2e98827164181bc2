import type { SourceFiles } from '#protocol/compile.ts'
import { type BootScript, parseBootScript } from './boot-script.ts'
import { CourseError } from './course-error.ts'
import { readMarkers } from './duties.ts'
import type { Exercise } from './exercise.ts'
import type { ExerciseHead } from './exercise-head.ts'
import type { LessonFolder } from './kinds/lesson-kind.ts'
import { Hints } from './parts.ts'
import { readCompanions } from './read-companions.ts'
import { need, readYaml } from './read-file.ts'
import { readOpening } from './read-opening.ts'
import { applyDriverFix, readWrongAnswers } from './wrong-patch.ts'

/** Reads the exercise in the folder of a lesson that has one. Throws `CourseError`. */
export function readExercise({ files, folder, slug, meta }: LessonFolder<ExerciseHead>): Exercise {
  const root = meta.target === 'kernel' ? 'driver.rs' : 'main.rs'
  const { headers, bindings, companions } = readCompanions({ files, folder, shared: meta.shared })
  const start = { ...bindings, ...filesBelow(files, `${folder}/start/`) }
  const solution = { ...start, ...filesBelow(files, `${folder}/solution/`) }
  const tests = files[`${folder}/check/tests.rs`]
  const checkScript = readCheckScript(files, folder, meta)
  const kunit = files[`${folder}/check/kunit.rs`]
  const shellCommands = files[`${folder}/shell.txt`]
  need(files, `${folder}/start/${root}`)
  const bases = { start: start[root]!, solution: solution[root]! }
  const driver = readMarkers(need(files, `${folder}/c/driver.c`)).text
  const fix = files[`${folder}/c/fixed.patch`]
  const wrong = readWrongAnswers(folder, filesBelow(files, `${folder}/wrong/`), bases)
  return {
    slug,
    title: meta.title,
    target: meta.target,
    variant: meta.variant,
    root,
    expect: meta.expect,
    rules: meta.rules,
    start,
    solution,
    ...(tests !== undefined && { tests }),
    driver,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(Object.keys(bindings).length > 0 && { given: Object.keys(bindings) }),
    ...(companions && { companions }),
    ...(fix !== undefined && { fixedDriver: applyDriverFix(`${folder}/c/fixed.patch`, fix, driver) }),
    boot: readScript(files, `${folder}/boot.sh`),
    opening: {
      'driver.c': readOpening(files, `${folder}/c/driver.c`),
      [root]: readOpening(files, `${folder}/start/${root}`, bases.solution),
    },
    ...(shellCommands !== undefined && { shellCommands }),
    ...(checkScript !== undefined && { checkScript }),
    ...(kunit !== undefined && { kunit }),
    wrong: Object.fromEntries(
      Object.entries(wrong).map(([name, text]) => [name, { ...start, [root]: text }]),
    ),
    hints: readYaml(files, `${folder}/hints.yaml`, Hints),
  }
}

/** A kernel lesson is checked in a booted kernel, a userspace lesson by tests. */
function readCheckScript(
  files: Record<string, string>,
  folder: string,
  { target }: ExerciseHead,
): string | undefined {
  const [path, tests] = [`${folder}/check/boot.sh`, `${folder}/check/tests.rs`]
  if (target === 'userspace') {
    if (files[path] === undefined) return undefined
    throw new CourseError(`${path} is for lessons of target kernel. Drop it; write ${tests}.`)
  }
  if (files[tests] !== undefined) {
    throw new CourseError(`${tests} is for lessons of target userspace. Drop it; write ${path}.`)
  }
  const kunit = files[`${folder}/check/kunit.rs`]
  if (kunit !== undefined && files[path] === undefined) return 'insmod driver.ko\nrmmod driver\n'
  const text = readScript(files, path)
  checkAsks(path, parseBootScript(text), kunit !== undefined)
  return text
}

function checkAsks(path: string, { lines, asks, mistakes }: BootScript, hasTests: boolean): void {
  if (mistakes.length > 0)
    throw new CourseError(
      `${path}: «${mistakes[0]}» asks nothing. A comment begins with «# »; CONTRIBUTING.md lists what can be asked.`,
    )
  if (hasTests || lines.length + asks.length > 0) return
  throw new CourseError(
    `${path} expects nothing. Write «#= text» below a command for each line that must come.`,
  )
}

function readScript(files: Record<string, string>, path: string): string {
  const text = need(files, path)
  if (parseBootScript(text).commands.some((command) => /\binsmod driver\.ko\b/.test(command))) return text
  throw new CourseError(`${path} does not load the module. Write «insmod driver.ko» on a line of its own.`)
}

function filesBelow(files: Record<string, string>, prefix: string): SourceFiles {
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), readMarkers(text).text]),
  )
}
