import { Rule } from '#course/frontmatter.ts'
import { weigh } from '#course/kinds/measure/weigh.ts'
import type { ExerciseLesson } from '#course/lesson.ts'
import type { RecordedResult } from '#course/parts.ts'
import { type Compiled, compileFarEnough } from './compile-far-enough.ts'
import { codesOf, describeOutcome } from './error-codes.ts'
import { findLints, lintsOf } from './find-lints.ts'
import { measureProgram } from './measure-program.ts'
import type { Program } from './program.ts'
import { type Proof, toProof } from './proof.ts'
import { checkFiles, runLessonCheck } from './run-lesson-check.ts'
import type { LessonRunner } from './runner/lesson-runner.ts'

/** What holds of a known wrong answer, and its result for `recorded.json`. */
export interface ProvenWrong {
  proofs: Proof[]
  result: RecordedResult
  /** What the file's name promises: an error code, a lint, `tests`, `boot` or a rule. */
  gives: string
}

/** Proves that a known wrong answer gives what its file's name begins with. */
export async function proveWrong(
  runner: LessonRunner,
  { folder, exercise }: ExerciseLesson,
  name: string,
): Promise<ProvenWrong> {
  const program = { path: `${folder}/wrong/${name}`, files: exercise.wrong[name]!, exercise }
  const gives = readPromise(name)
  const compiled = await compileFarEnough(runner, program, gives ?? '')
  const mistake = gives ? await findMistake(runner, program, { gives, compiled }) : unnamed
  return {
    proofs: [toProof(`wrong/${name} gives ${gives}`, mistake && `${program.path} ${mistake}`)],
    result: compiled.recorded,
    gives: gives ?? '',
  }
}

const unnamed =
  'does not say what it gives. Begin its name with an error code, «tests», «boot» or a rule, and «-», as in E0382-clones-late.rs.'

function readPromise(name: string): string | undefined {
  const rule = Rule.options.find((option) => name.startsWith(`${option}-`))
  return rule ?? /^(no-code|E\d{4}|(?:clippy::)?[a-z_]+)-/.exec(name)?.[1]
}

interface Promised {
  gives: string
  compiled: Compiled
}

async function findMistake(
  runner: LessonRunner,
  program: Program,
  { gives, compiled }: Promised,
): Promise<string | undefined> {
  if (gives === 'tests' || gives === 'boot') return findCheckMistake(runner, program, gives)
  if (gives === 'budget') return findBudgetMistake(runner, program)
  const rule = Rule.safeParse(gives)
  if (rule.success) return findRuleMistake(runner, program, { rule: rule.data, compiled })
  if (compiled.gives) return undefined
  return `${describeOutcome(compiled.result)}, not with ${gives}. Rename it after what it gives, or bring its mistake back.`
}

async function findCheckMistake(runner: LessonRunner, program: Program, gives: 'tests' | 'boot') {
  const { target } = program.exercise
  if ((gives === 'boot') !== (target === 'kernel'))
    return `promises «${gives}», which a lesson of target ${target} does not have. Rename it.`
  const checked = await runLessonCheck(runner, program)
  if (checked.kind === 'did not run')
    return `${checked.because}, where it should compile. Rename it after what it gives.`
  if (checked.kind === 'failed') return undefined
  return gives === 'tests'
    ? 'passes every test. Add a test that tells it from the solution.'
    : `passes ${checkFiles.kernel}. Add a command or a «#=» that tells it from the solution.`
}

async function findBudgetMistake(runner: LessonRunner, { path, files, exercise }: Program) {
  const { variant, measured } = exercise
  if (!measured) return 'promises «budget», which only a lesson of kind «measure» has. Rename it.'
  const sizes = await measureProgram(runner, { path, language: 'rust', variant, files })
  return weigh(measured, sizes).every(({ holds }) => holds)
    ? 'keeps to every budget. Rename it, or let it be larger.'
    : undefined
}

async function findRuleMistake(
  runner: LessonRunner,
  program: Program,
  { rule, compiled }: { rule: Rule; compiled: Compiled },
): Promise<string | undefined> {
  const { rules } = program.exercise
  if (!rules.includes(rule)) return `breaks a rule that lesson.mdx does not have. Add ${rule} to its «rules».`
  if (compiled.result.outcome !== 'accepted')
    return `${describeOutcome(compiled.result)}, where only ${rule} should refuse it. Fix or rename it.`
  const broken = codesOf(await findLints(runner, program)).filter((code) => lintsOf(rules).includes(code))
  const others = broken.filter((code) => !lintsOf([rule]).includes(code))
  if (broken.length === others.length) return `does not break ${rule}. Rename it, or bring its mistake back.`
  return others.length > 0
    ? `breaks more than ${rule} (${others.join(', ')}). Let it break only one rule.`
    : undefined
}
