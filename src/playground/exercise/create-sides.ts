import type { Language } from '#protocol/compile.ts'
import { type Bench, createBench } from '../program/program-session.ts'
import { createBootSession } from '../program/boot-session.ts'
import { buildProgram } from '../program/build-program.ts'
import type { ExerciseTools } from './exercise-tools.ts'
import { readSavedCode } from '../storage/saved-code.ts'
import { toScript } from '../backends/boot/recorded-boot-client.ts'
import type { ProvenExercise } from '../backends/compile/recorded-compile-client.ts'
import { createRunSession } from '../program/run-session.ts'
import { createSheet, type Sheet } from '../program/edited-file.ts'
import type { View } from '../program/view.ts'

/** The two drivers of an exercise, and the commands that both are given in the kernel. */
export interface Sides {
  c: Bench
  rust: Bench
  script: Sheet
}

/** Puts both sides on benches; `waits`: the start is not checked unasked. The C is checked when it is looked at. */
export function createSides(tools: ExerciseTools, view: View, waits: boolean): Sides {
  const { exercise } = tools
  const script = toSheet(exercise, view, { file: 'boot.sh', given: exercise.boot })
  return { c: createC(tools, view, script), rust: createRust(tools, view, { script, waits }), script }
}

/** Under which name a file of an exercise is kept: the exercise's own name is that of its Rust. */
export function keptAs({ slug, root }: ProvenExercise, file: string): string {
  return file === root ? slug : `${slug}/${file}`
}

function createC(tools: ExerciseTools, view: View, script: Sheet): Bench {
  const { exercise, playground } = tools
  return createBench({
    sheet: toSheet(exercise, view, { file: 'driver.c', given: exercise.driver }),
    ...{ view, others: {}, playground, waits: true },
    aim: { target: 'kernel', language: 'c', variant: exercise.variant },
    run: createBoots(tools, 'c', script),
  })
}

function createRust(
  tools: ExerciseTools,
  view: View,
  { script, waits }: { script: Sheet; waits: boolean },
): Bench {
  const { exercise, playground } = tools
  const { target, variant, start, root } = exercise
  const { [root]: given = '', ...others } = start
  const sheet = toSheet(exercise, view, { file: root, given })
  const isDriver = target === 'kernel'
  return createBench({
    ...{ sheet, view, others, playground },
    waits: waits && sheet.text.peek() === given,
    aim: { target, language: 'rust', ...(isDriver && { variant }) },
    run: isDriver ? createBoots(tools, 'rust', script) : createRuns(tools),
  })
}

function toSheet(exercise: ProvenExercise, { shown }: View, paper: { file: string; given: string }): Sheet {
  return createSheet({ ...paper, shown, saved: readSavedCode(keptAs(exercise, paper.file))?.text })
}

function createBoots({ kernel, exercise: { variant } }: ExerciseTools, language: Language, script: Sheet) {
  return createBootSession(kernel, (files) => ({
    ...{ language, variant, files },
    script: toScript(script.text.peek()),
  }))
}

function createRuns({ runner, playground }: ExerciseTools) {
  return createRunSession(runner, (files, signal) => buildProgram(playground, files, signal))
}
