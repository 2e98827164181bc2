import type { CompileResult, SourceFiles } from '#protocol/compile.ts'
import { Rule } from '#course/frontmatter.ts'
import type { Lesson } from '#course/lesson.ts'
import type { RecordedResult } from '#course/parts.ts'
import { lintsOfRule } from '#course/rules.ts'
import { compileFarEnough } from './compile-far-enough.ts'
import { isRefusedWith, sayOutcome } from './error-codes.ts'
import { type Proof, toProof } from './proof.ts'
import { runLessonTests } from './run-lesson-tests.ts'
import type { Workshop } from './workshop.ts'

interface Answer {
  name: string
  files: SourceFiles
}

export interface ProvenWrong {
  proofs: Proof[]
  result: RecordedResult
  /** What the file's name promises: an error code, `tests` or a rule. */
  gives: string
}

/** A known wrong answer gives what its file's name begins with. */
export async function proveWrong(workshop: Workshop, lesson: Lesson, answer: Answer): Promise<ProvenWrong> {
  const path = `${lesson.folder}/wrong/${answer.name}`
  const gives = readPromise(answer.name)
  const { result, recorded } = await compileFarEnough(workshop, path, {
    files: answer.files,
    code: gives ?? '',
  })
  const mistake = gives ? await findMistake(workshop, lesson, { ...answer, gives, result }) : unnamed
  return {
    proofs: [toProof(`wrong/${answer.name} gives ${gives}`, mistake && `${path} ${mistake}`)],
    result: recorded,
    gives: gives ?? '',
  }
}

const unnamed =
  'does not say what it gives. Begin its name with an error code, «tests» or a rule, and «-», as in E0382-clones-late.rs.'

function readPromise(name: string): string | undefined {
  const rule = Rule.options.find((option) => name.startsWith(`${option}-`))
  return rule ?? /^(E\d{4}|[a-z_]+)-/.exec(name)?.[1]
}

interface Promised extends Answer {
  gives: string
  result: CompileResult
}

async function findMistake(workshop: Workshop, lesson: Lesson, wrong: Promised): Promise<string | undefined> {
  const { gives, result } = wrong
  if (gives === 'tests') return findTestMistake(workshop, lesson, wrong)
  const rule = Rule.safeParse(gives)
  if (rule.success) return findRuleMistake(workshop, lesson, { ...wrong, rule: rule.data })
  if (isRefusedWith(result, gives)) return undefined
  return `${sayOutcome(result)}, not with ${gives}. Rename it after what it gives, or bring its mistake back.`
}

async function findTestMistake(workshop: Workshop, lesson: Lesson, { files }: Promised) {
  const tested = await runLessonTests(workshop, files, lesson.exercise.tests)
  if (tested.kind === 'did not run')
    return `${tested.because}, where it should compile. Rename it after what it gives.`
  if (tested.failed.length > 0) return undefined
  return 'passes every test. Add a test that tells it from the solution.'
}

async function findRuleMistake(
  workshop: Workshop,
  { meta }: Lesson,
  { files, rule, result }: Promised & { rule: Rule },
): Promise<string | undefined> {
  if (!meta.rules.includes(rule))
    return `breaks a rule that lesson.mdx does not have. Add ${rule} to its «rules».`
  if (result.outcome !== 'accepted')
    return `${sayOutcome(result)}, where only ${rule} should refuse it. Mend or rename it.`
  const lints = await findBrokenLints(workshop, files, meta.rules)
  const [expected, others] = [
    lints.filter((lint) => belongs(lint, rule)),
    lints.filter((lint) => !belongs(lint, rule)),
  ]
  if (expected.length === 0) return `does not break ${rule}. Rename it, or bring its mistake back.`
  return others.length > 0
    ? `breaks more than ${rule} (${others.join(', ')}). Let it break only one rule.`
    : undefined
}

async function findBrokenLints(workshop: Workshop, files: SourceFiles, rules: Rule[]): Promise<string[]> {
  const lint = await workshop.compile('lint', files)
  const asked = rules.flatMap((rule) => lintsOfRule[rule])
  const found = lint.outcome === 'stopped' ? [] : lint.diagnostics.map(({ code }) => code ?? '')
  return found.filter((code) => asked.includes(code))
}

function belongs(lint: string, rule: Rule): boolean {
  return lintsOfRule[rule].includes(lint)
}
